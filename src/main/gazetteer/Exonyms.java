import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the names that other languages have for the cities that name time zones, from the Unicode
 * CLDR as shipped with ICU4J: some 400 cities, most capitals among them. See README.md.
 */
class Exonyms {
  /** Languages with a press of their own; the rest of CLDR would treble the file. */
  private static final String[] LANGUAGES =
      ("af ar az be bg bn bs ca cs cy da de el es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn"
              + " ko lo lt lv mk ml mn mr ms my nb ne nl pa pl pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zh")
          .split(" ");

  public static void main(String[] args) throws Exception {
    Map<String, String> names = new TreeMap<>();
    Map<String, Boolean> clash = new TreeMap<>();
    for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
      String country = TimeZone.getRegion(zone);
      String english = TimeZoneNames.getInstance(ULocale.ENGLISH).getExemplarLocationName(zone);
      if (english == null || country.length() != 2) {
        continue;
      }
      for (String language : LANGUAGES) {
        String name = TimeZoneNames.getInstance(new ULocale(language)).getExemplarLocationName(zone);
        if (name == null || name.contains("(") || name.contains("\t")) {
          continue;
        }
        name = Normalizer2.getNFCInstance().normalize(name);
        String target = english.replaceAll(" \\(.*", "") + "\t" + country;
        String old = names.putIfAbsent(name, target);
        if (old != null && !old.equals(target)) {
          clash.put(name, true);
        }
      }
    }
    List<String> lines = new ArrayList<>();
    names.forEach((name, target) -> {
      if (!clash.containsKey(name) && !target.startsWith(name + "\t")) {
        lines.add(name + "\t" + target);
      }
    });
    Files.write(Path.of(args[0]), lines);
    System.out.println(lines.size() + " names");
  }
}
