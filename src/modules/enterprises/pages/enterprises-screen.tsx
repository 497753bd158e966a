import { RegisterScreen } from '../../../web/register/register-screen.tsx';
import { enterpriseRegister } from '../register.ts';

const lead = {
  zh: '企业名录：统一社会信用代码查校验位，行业按 GB/T 4754，规上按年份记。园区合并后，企业自动列在承接的园区下。',
  en: 'Enterprises as of a day: credit codes are checked, industries follow GB/T 4754, and a merged park is met under its successor.',
};

export const EnterprisesScreen = () => <RegisterScreen register={enterpriseRegister} lead={lead} />;
