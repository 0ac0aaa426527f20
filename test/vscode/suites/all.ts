import './detection.suite.js';
import './features.suite.js';
import './commands.suite.js';
