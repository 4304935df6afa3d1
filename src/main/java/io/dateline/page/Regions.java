package io.dateline.page;

import io.dateline.article.Block.Region;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells the parts of a page by element names, roles, and a few class names and ids. One page, one
 * object: it keeps what the page's class attributes mean.
 */
final class Regions {

  private static final EnumSet<Region> NONE = EnumSet.noneOf(Region.class);

  /** Longest name looked up, in UTF-16 code units. */
  private static final int MAX_NAME = 40;

  /** Class attributes of one page whose meaning is kept. */
  private static final int MAX_KNOWN = 1_000;

  /** Elements, as {@code nav}. */
  private static final Map<String, Region> ELEMENTS = new HashMap<>();

  /** Roles, as {@code navigation}. */
  private static final Map<String, Region> ROLES = new HashMap<>();

  /** Class names and ids, as {@code sidebar}. */
  private static final Map<String, Region> NAMES = new HashMap<>();

  static {
    for (List<String> row : Resource.rows("regions.txt")) {
      Region region = Region.valueOf(row.get(1));
      Map<String, Region> kind =
          switch (row.get(0)) {
            case "element" -> ELEMENTS;
            case "role" -> ROLES;
            case "name" -> NAMES;
            default -> throw new IllegalStateException("regions.txt has a row " + row.get(0));
          };
      row.subList(2, row.size()).forEach(name -> kind.put(name, region));
    }
  }

  /** What class attributes of this page mean: most elements share theirs with others. */
  private final Map<String, EnumSet<Region>> known = new HashMap<>();

  /** The regions that {@code element} itself opens. Read only. */
  EnumSet<Region> of(Element element, String tag) {
    EnumSet<Region> regions = with(NONE, ELEMENTS.get(tag));
    if (tag.equals("dialog") && !element.hasAttr("open")) {
      regions = with(regions, Region.HIDDEN);
    }
    if (element.attributesSize() == 0) {
      return regions;
    }
    if (element.hasAttr("role")) {
      regions = with(regions, named(ROLES, element.attr("role")));
    }
    // The class of the whole page says what parts it has, not what it is.
    if (!tag.equals("html") && !tag.equals("body")) {
      regions = with(regions, named(NAMES, element.attr("id")));
      if (element.hasAttr("class")) {
        String classes = element.attr("class");
        EnumSet<Region> ofClasses = known.get(classes);
        if (ofClasses == null) {
          ofClasses = ofClasses(classes);
          if (known.size() < MAX_KNOWN) {
            known.put(classes, ofClasses);
          }
        }
        for (Region region : ofClasses) {
          regions = with(regions, region);
        }
      }
      if (isHidden(element)) {
        regions = with(regions, Region.HIDDEN);
      }
    }
    return regions;
  }

  private static EnumSet<Region> ofClasses(String classes) {
    EnumSet<Region> regions = NONE;
    StringTokenizer tokens = new StringTokenizer(classes, " \t\r\n\f");
    while (tokens.hasMoreTokens()) {
      regions = with(regions, named(NAMES, tokens.nextToken()));
    }
    return regions;
  }

  private static @Nullable Region named(Map<String, Region> known, String name) {
    return name.isEmpty() || name.length() > MAX_NAME
        ? null
        : known.get(name.strip().toLowerCase(Locale.ROOT));
  }

  private static EnumSet<Region> with(EnumSet<Region> regions, @Nullable Region region) {
    if (region == null || regions.contains(region)) {
      return regions;
    }
    EnumSet<Region> more = EnumSet.copyOf(regions);
    more.add(region);
    return more;
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
      return true;
    }
    String style = element.attr("style");
    if (style.isEmpty()) {
      return false;
    }
    String compact = style.replace(" ", "").toLowerCase(Locale.ROOT);
    return compact.contains("display:none") || compact.contains("visibility:hidden");
  }
}
