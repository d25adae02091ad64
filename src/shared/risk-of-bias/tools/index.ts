export { isJbiChecklist, jbiChecklists, jbiTool, type JbiChecklist } from './jbi';
export { rob1Tool } from './rob1';
export { rob2Overall, rob2Tool } from './rob2-tool';
export { robinsITool } from './robins-i';
export { hasEffectOfInterest, publishedTools, toolOf } from './tool-of';
export { signOfJudgement, type ToolLanguage } from './words';
