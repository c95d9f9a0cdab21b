export { createDataService, type DataService } from './data-service.ts';
