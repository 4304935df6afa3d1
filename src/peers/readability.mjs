// node readability.mjs INPUT OUTPUT [ROUNDS]: as Peers.java, for Mozilla's Readability with linkedom.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const [input, output, rounds = "9"] = process.argv.slice(2);
const names = readdirSync(input).sort();
const pages = names.map((name) => readFileSync(join(input, name)));

function body(page) {
  try {
    return new Readability(parseHTML(page.toString("utf8")).document).parse()?.textContent ?? "";
  } catch {
    return "";
  }
}

const cell = (text) => `"${text.replaceAll('"', '""')}"`;
const rates = [];
let empty = 0;
for (let round = 0; round < Number(rounds); round++) {
  const start = process.hrtime.bigint();
  const bodies = pages.map(body);
  rates.push((pages.length * 1e9) / Number(process.hrtime.bigint() - start));
  if (round === 0) {
    empty = bodies.filter((text) => text.trim() === "").length;
    const rows = names.map((name, i) => `${cell(name)},${cell(bodies[i])}\r\n`);
    mkdirSync(join(output, "readability"), { recursive: true });
    writeFileSync(join(output, "readability", "articles.csv"), `source_path,article_body\r\n${rows.join("")}`);
  }
}
rates.sort((a, b) => a - b);
console.log(`READABILITY    ${rates[rates.length >> 1].toFixed(0).padStart(8)} pages/s, ${empty} pages without a story`);
