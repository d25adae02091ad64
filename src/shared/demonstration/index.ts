export { demoCoders, planDemonstration, type DemoAuthor, type DemoPlan, type DemoStep } from './plan';
