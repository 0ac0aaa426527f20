import type { TemplateRunner } from '../../server/src/minutes/template.js';
import { renderTemplate } from '../../server/src/templates/liquid.js';

/** Renders in this process, for templates that need not be stopped. */
export const renderHere: TemplateRunner = async (template, minutes) => renderTemplate(template, minutes, 2000);
