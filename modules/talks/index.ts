export { talksModule } from './module.ts';
export { talksRoutes } from './routes.ts';
export { talkIndicators } from './indicators.ts';
export { talkObligations } from './obligations.ts';
export { recordTalks, type Recording } from './commands/record-talks.ts';
export { talksOfYear, type TalkLine } from './queries/papers.ts';
