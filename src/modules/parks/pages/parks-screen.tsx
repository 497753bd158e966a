import { RegisterScreen } from '../../../web/register/register-screen.tsx';
import { parkRegister } from '../register.ts';

const lead = {
  zh: '各级开发区、园区与功能区（片区）。名录按所选日期列出：更名、升级、合并、拆分都留下沿革，往年名录不变。',
  en: 'Zones, parks and their areas as of a day: renames, upgrades, mergers and splits leave their history, and last year’s list stays as it was.',
};

export const ParksScreen = () => <RegisterScreen register={parkRegister} lead={lead} />;
