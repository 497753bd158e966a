import { RegisterScreen } from '../../../web/register/register-screen.tsx';
import { projectRegister } from '../register.ts';

const lead = {
  zh: '项目基本情况：代码、建设单位、园区、总投资、年度计划、阶段。每次变更都有生效日期和依据。',
  en: 'Projects with code, owner, park, investment, yearly plan and stage; each change has its day and its reason.',
};

export const ProjectsScreen = () => <RegisterScreen register={projectRegister} lead={lead} />;
