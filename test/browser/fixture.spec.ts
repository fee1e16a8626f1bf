/** The watch of fixture.ts itself: each thing that must fail a test is provoked, and taken out again. */
import { expect, test } from "./fixture.ts";

const taken = (complaints: string[]) => complaints.splice(0).join("\n");

test.beforeEach(({ page }) => page.goto("./"));

test("sees an error on the console", async ({ page, complaints }) => {
  await page.evaluate(() => console.error("broken"));
  await expect.poll(() => taken(complaints)).toBe("console: broken");
});

test("sees an error that is thrown", async ({ page, complaints }) => {
  await page.evaluate(() => void Promise.reject(new Error("broken")));
  await expect.poll(() => taken(complaints)).toBe("error: broken");
});

test("sees the policy forbid a fetch", async ({ page, complaints }) => {
  await page.evaluate(() => fetch("https://example.com/").catch(() => null));
  await expect
    .poll(() => complaints.join("\n"))
    .toContain("policy: connect-src https://example.com");
  taken(complaints);
});

test("sees the policy forbid a style attribute in markup", async ({ page, complaints }) => {
  await page.evaluate(() => {
    document.createElement("p").setAttribute("style", "color: red");
  });
  await expect.poll(() => complaints.join("\n")).toContain("policy: style-src-attr inline");
  taken(complaints);
});

test("sees the policy forbid text that becomes markup or a script", async ({
  page,
  complaints,
}) => {
  const refused = await page.evaluate(() =>
    [
      () => {
        document.body.innerHTML = "<b>text</b>";
      },
      () => new Worker("./boot.js"),
    ].map((attempt) => {
      try {
        attempt();
        return "allowed";
      } catch (error) {
        return (error as Error).name;
      }
    }),
  );
  expect(refused).toEqual(["TypeError", "TypeError"]);
  await expect
    .poll(() => complaints.join("\n").match(/policy: [\w-]+ trusted-types-sink/g))
    .toHaveLength(2);
  taken(complaints);
});

test("lets a style be set by property, as React does in the browser", async ({ page }) => {
  const color = await page.evaluate(() => {
    document.body.style.color = "rgb(1, 2, 3)";
    return getComputedStyle(document.body).color;
  });
  expect(color).toBe("rgb(1, 2, 3)");
});

const loadImage = (address: string) => {
  const image = new Image();
  image.src = address;
  return new Promise<void>((done) => image.addEventListener("load", () => done()));
};

test("sees a request after load, even of its own files", async ({ page, complaints }) => {
  await page.evaluate(loadImage, "./icon.svg?late");
  expect(taken(complaints)).toMatch(/^request after load: .*icon\.svg\?late$/);
});

test("sees a request to another host", async ({ page, complaints }) => {
  await page.evaluate(() => {
    location.href = "http://127.0.0.1:9/";
  });
  await expect.poll(() => taken(complaints)).toContain("request to elsewhere: http://127.0.0.1:9/");
});

test("has nothing against going to a page of its own", async ({ page, complaints }) => {
  await page.goto("./index.html");
  expect(complaints).toEqual([]);
});
