import { renderTemplate } from '../../server/src/minutes/liquid.js';
import type { TemplateRunner } from '../../server/src/minutes/template.js';

/** Renders where it is called: for templates that need not be stopped. */
export const renderHere: TemplateRunner = async (template, minutes) => renderTemplate(template, minutes, 2000);
