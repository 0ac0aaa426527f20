import './detection.suite.js';
import './features.suite.js';
import './commands.suite.js';
import './firstContact.suite.js';
// The last: no server runs behind it.
import './restart.suite.js';
