export { parseLanguage, type Language } from '@onewindow/runtime';
