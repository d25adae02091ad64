import { expect, type Page } from '@playwright/test';

export type Role = 'Lead' | 'Coder' | 'Adjudicator' | 'Observer';
export type ScreenName =
  | 'Protocol'
  | 'Import'
  | 'Duplicates'
  | 'Titles and abstracts'
  | 'Progress and stopping'
  | 'Full texts'
  | 'Conflicts'
  | 'Agreement'
  | 'Risk of bias'
  | 'Extraction'
  | 'Pooling'
  | 'PRISMA flow'
  | 'Hand over';

/** What a person does in the window, in their words; the same in Electron and in Chromium. */
export class ConcordWindow {
  constructor(readonly page: Page) {}

  async startInEnglish(): Promise<void> {
    await this.page.locator('h1').waitFor();
    await this.page.getByRole('button', { name: /^(Settings|Instellingen)$/ }).click();
    await this.page.locator('input[type=radio][value=en]').check();
    await this.page.keyboard.press('Escape');
  }

  async newReview(title: string, name: string, template?: string): Promise<void> {
    await this.page.getByRole('button', { name: /New review/ }).click();
    await this.page.getByLabel('Title of the review').fill(title);
    await this.page.getByLabel('Your name').fill(name);
    if (template !== undefined)
      await this.page.getByLabel('Protocol template').selectOption({ label: template });
    await this.page.getByRole('button', { name: 'Create review' }).click();
    await expect(this.page.getByRole('heading', { name: 'Protocol', level: 1 })).toBeVisible();
  }

  async openReview(title: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(title) }).click();
    await this.page.getByRole('navigation', { name: 'Stages of the review' }).waitFor();
  }

  async goTo(screen: ScreenName): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Stages of the review' })
      .getByRole('button', { name: new RegExp(`^${screen}`) })
      .click();
  }

  async addCoder(name: string, role: Role): Promise<void> {
    await this.page.getByLabel('Working as').selectOption({ label: '+ Add a coder' });
    await this.page.getByRole('dialog').getByLabel('Name').fill(name);
    await this.page.getByRole('dialog').getByLabel('Role').selectOption({ label: role });
    await this.page.getByRole('dialog').getByRole('button', { name: 'Add a coder' }).click();
    await expect(this.page.getByRole('dialog')).toBeHidden();
    // Made and at work: the one who worked before must not be chosen again in between.
    await expect(this.page.getByLabel('Working as').getByRole('option', { name, exact: false })).toHaveCount(
      1,
    );
    await expect(this.page.getByLabel('Working as').locator('option:checked')).toContainText(name);
  }

  async workAs(name: string, role: Role): Promise<void> {
    await this.page.getByLabel('Working as').selectOption({ label: `${name} · ${role}` });
  }

  async importFile(
    file: string | { name: string; mimeType: string; buffer: Buffer },
    database: string,
  ): Promise<void> {
    await this.goTo('Import');
    await this.page.getByLabel('Choose files').setInputFiles(file);
    await this.page.getByLabel('Database or register').fill(database);
    const button = this.page.getByRole('button', { name: /^Import \d/ });
    await button.click();
    await expect(button).toBeHidden();
    await this.duplicatesSearched();
  }

  /** Imports an extraction table with its columns as they are known by their names. */
  async importSheet(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.goTo('Import');
    await this.page.getByLabel('Choose a sheet').setInputFiles(file);
    await this.takeSheet();
  }

  /** Takes the extraction table that is shown as it is. */
  async takeSheet(): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Import \d/ }).click();
    await expect(dialog).toBeHidden();
  }

  /** Waits until the search for duplicates that follows an import has ended. */
  async duplicatesSearched(): Promise<void> {
    await expect(this.page.getByText(/^Looking for duplicates: /)).toHaveCount(0, { timeout: 60_000 });
    await this.saved();
  }

  /** Casts a vote by key and waits until it is on disk and the next record is there. */
  async voteByKey(key: 'i' | 'e' | 'm' | 'Enter'): Promise<void> {
    const before = await this.progress();
    await this.page.keyboard.press(key);
    await expect(this.page.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow', before);
    await this.saved();
  }

  async progress(): Promise<string> {
    return (await this.page.getByRole('progressbar').getAttribute('aria-valuenow')) ?? '';
  }

  /** Leaves the field or list in focus, as a click on the title of the review does: every screen shows it. */
  async leaveField(): Promise<void> {
    await this.page.getByRole('banner').getByRole('paragraph').first().click();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText(/Saved$/).first()).toBeVisible();
  }

  title(): Promise<string | null> {
    return this.page.locator('article h2').textContent();
  }
}
