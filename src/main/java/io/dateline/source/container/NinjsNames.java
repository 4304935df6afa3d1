package io.dateline.source.container;

import java.util.Collection;
import java.util.Set;

/**
 * The properties by which an object of <a href="https://iptc.org/standards/ninjs/">ninjs</a> is
 * told from other JSON. All are in lower case, as up to 2.x; 3.x has capitals inside.
 */
public final class NinjsNames {

  /** What ninjs calls an item's id, and what newsrooms call it that have no address yet. */
  private static final Set<String> IDS = Set.of("uri", "guid");

  /** Names that others have as well, such as corpora. */
  private static final Set<String> COMMON =
      Set.of("slugline", "headline", "headlines", "bodies", "body_text", "body_html");

  /** Names that other JSON hardly has. */
  private static final Set<String> OWN =
      Set.of(
          "versioncreated",
          "firstcreated",
          "contentcreated",
          "pubstatus",
          "usageterms",
          "copyrightholder",
          "copyrightnotice",
          "body_xhtml",
          "description_text",
          "infosources",
          "representationtype");

  /** So many names, beside the id that every object of ninjs has. */
  private static final int MIN_NAMES = 2;

  private NinjsNames() {}

  /** Whether an object with these names may be one of ninjs: it has an id and two of its names. */
  public static boolean fit(Collection<String> names) {
    boolean named = names.stream().anyMatch(IDS::contains);
    long telling =
        names.stream().filter(name -> OWN.contains(name) || COMMON.contains(name)).count();
    return named && telling >= MIN_NAMES;
  }

  /** Whether it can be nothing else, and that among the records of a corpus. */
  static boolean prove(Collection<String> names) {
    return fit(names) && names.stream().anyMatch(OWN::contains);
  }

  /** Whether the name tells anything. */
  public static boolean isOne(String name) {
    return IDS.contains(name) || COMMON.contains(name) || OWN.contains(name);
  }
}
