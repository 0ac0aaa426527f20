import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const text = `10:00:00 <ann> #startmeeting Plans
10:01:00 <ann> #topic Tea
10:02:00 <bob> see http://a.example/x_(y), http://b.example/a%2Fb
10:14:00 <ann> #startvote Mint? yes, no
10:15:00 <bob> #vote yes
10:15:00 <cid> #vote no
10:15:00 <ann> #endvote
10:16:00 <ann> #topic Cake
10:16:00 <ann> #endmeeting
`;

/** What an editor shows in a log that is not in it: hints, and links. */
export async function use(workbench) {
  const { page, folder } = workbench;

  await workbench.step('hints are behind lines', async () => {
    writeFileSync(join(folder, 'plans.meetlog'), text);
    await workbench.file('plans.meetlog').dblclick({ timeout: 60_000 });
    await page.locator('.view-line', { hasText: '12 min later' }).waitFor();
    await page.locator('.view-line', { hasText: 'yes: 1, no: 1' }).waitFor();
  });

  await workbench.step('each URL is one link', async () => {
    const links = page.locator('.view-lines .detected-link');
    await links.first().waitFor();
    // A link may be drawn in several pieces.
    const drawn = (await links.allInnerTexts()).join(' ');
    assert.equal(drawn.replaceAll(' ', ''), 'http://a.example/x_(y)http://b.example/a%2Fb');
  });
}
