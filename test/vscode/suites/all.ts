import './detection.suite.js';
import './features.suite.js';
import './commands.suite.js';
import './paste.suite.js';
import './ownMinutes.suite.js';
import './settings.suite.js';
// The last: no server runs behind it.
import './restart.suite.js';
