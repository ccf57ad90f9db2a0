import { format } from 'util';
import { markOutput } from './output';

// Imported before Mocha's browser build, which keeps the `console.log` that it finds when it is loaded.
markOutput(format);
