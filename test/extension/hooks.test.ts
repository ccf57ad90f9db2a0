import { closeEditors } from './support/editors';
import { api } from './support/extension';

// Providers answer only once the extension is active.
before(api);

// For every test of every file: none finds editors or unsaved changes of another.
afterEach(closeEditors);
