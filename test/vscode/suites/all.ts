import './detection.suite.js';
import './features.suite.js';
import './problemHelp.suite.js';
import './commands.suite.js';
import './people.suite.js';
import './strays.suite.js';
import './names.suite.js';
import './minutes.suite.js';
import './paste.suite.js';
import './unknown.suite.js';
import './exports.suite.js';
import './unreadLogs.suite.js';
import './largeLogs.suite.js';
import './ownMinutes.suite.js';
import './settings.suite.js';
import './firstContact.suite.js';
// The last: no server runs behind it.
import './restart.suite.js';
