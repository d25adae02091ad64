export { ratingFigure, type RatingTable } from './rating-table';
export { ratingsOfReview, type RatingSelection } from './ratings-of-review';
export { readRobvis, robvisCsv, type RobvisError } from './robvis-csv';
