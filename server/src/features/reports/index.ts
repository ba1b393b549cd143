export { createReportController } from './report-controller';
export { createReportService, type ReportService } from './report-service';
export { reportRoutes } from './routes';
