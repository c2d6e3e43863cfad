// A learner's way in Firefox, from an open tab to a certificate that somebody else verifies.
// usage: node firefox.mjs FIREFOX ADDRESS; ADDRESS is that of `certificate_course`
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const puppeteer = createRequire(new URL("../tools/package.json", import.meta.url))("puppeteer-core");
const [, , executablePath, site] = process.argv;
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
const complaints = [];

/** A tab in which nothing may complain, and which may ask for nothing but the site. */
const open = async (address, where = browser) => {
  const page = await where.newPage();
  page.setDefaultTimeout(15000);
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`script error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(site) && !request.url().startsWith("data:")) complaints.push(`request to ${request.url()}`);
  });
  await page.goto(address);
  return page;
};

const press = (page, name, role = "button") => page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();
const shows = (page, selector, text) => page.locator(selector).filter(
  // The function runs in the page; `text` is written into it.
  new Function("element", `return element.textContent.includes(${JSON.stringify(text)})`),
).wait();

const steps = {
  async "opens a lesson from the front page"(page) {
    await Promise.all([page.waitForNavigation(), press(page, "Capitals", "link")]);
    assert.equal(page.url(), `${site}capitals/`);
  },

  async "answers a question wrong, then right"(page) {
    await press(page, "Lyon", "radio");
    await press(page, "Check");
    await shows(page, "#capital output", "A large town.");
    await press(page, "Paris", "radio");
    await press(page, "Check");
    await shows(page, "#capital output", "The parliament meets there.");
  },

  async "finds the answer there after a reload"(page) {
    await page.reload();
    await shows(page, "#capital", "Correct");
  },

  async "marks both lessons complete"(page) {
    await press(page, "Mark complete");
    await page.goto(`${site}rivers/`);
    await press(page, "Mark complete");
    await page.goto(site);
    await shows(page, "main", "2 of 3 lessons complete");
  },

  async "searches, and lands where the words stand"(page) {
    await press(page, "Search");
    await page.locator("dialog[open] input").fill("contry");
    await page.locator("dialog[open] li a").click();
    await press(page, "Clear the marks");
  },

  async "reads in cards, turns one, and goes back to pages"(page) {
    await page.goto(`${site}capitals/`);
    await press(page, "How you read");
    await press(page, "Cards", "radio");
    await page.keyboard.press("Escape");
    await press(page, "Next");
    await page.locator("#capital").wait();
    await press(page, "How you read");
    await press(page, "One page", "radio");
    await page.keyboard.press("Escape");
  },

  async "reviews the question that was missed"(page) {
    await page.goto(`${site}review/`); // nothing is due before tomorrow
    await press(page, "Practise anyway");
    await press(page, "Paris", "radio");
    await press(page, "Check");
    await shows(page, ".stage output", "The parliament meets there.");
  },

  async "passes the final test"(page) {
    await page.goto(`${site}final-test/`);
    await press(page, "Begin");
    await press(page, "Bern", "radio");
    await press(page, "Rome", "radio");
    await press(page, "Finish");
    await shows(page, "main", "You have earned the certificate");
  },

  async "has the certificate drawn, and its link verified"(page) {
    await page.goto(`${site}certificate/`);
    await page.locator("main input[type=text]").fill("Ana María López");
    await press(page, "Draw the certificate");
    await shows(page, ".award", "Ana María López");
    const link = await page.$eval(".award a", ({ href }) => href);
    await page.goto(link);
    await shows(page, ".finding", "The code fits");
  },

  async "takes the progress to another browser by a link"(page) {
    await page.goto(`${site}progress/`);
    await press(page, "Make a link");
    const link = await page.locator("#link-text").map(({ value }) => value).wait();
    const elsewhere = await browser.createBrowserContext();
    const other = await open(link, elsewhere);
    await press(other, "Add it");
    await shows(other, "main", "2 of 3 lessons complete");
    await elsewhere.close();
  },
};

try {
  const page = await open(site);
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step(page);
    } catch (error) {
      console.error(page.url(), await page.evaluate(() => document.body.innerText));
      throw new Error(`The learner in Firefox never ${name}: ${error.message}`, { cause: error });
    }
    console.log(name);
  }
  assert.deepEqual(complaints, []);
} finally {
  await browser.close();
}
