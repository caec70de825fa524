export { publicationModule } from './module.ts';
export { publicationRoutes } from './routes.ts';
export { publicationObligations } from './obligations.ts';
export { ask } from './commands/ask.ts';
export { propose as proposeFrom, type Proposal } from './commands/propose.ts';
export { isBoardCode } from './rules/address.ts';
export {
  askPage,
  boardPage,
  checkPage,
  postPage,
  type PublicPage,
} from './queries/public-pages.ts';
