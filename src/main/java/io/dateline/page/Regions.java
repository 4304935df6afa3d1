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

/** Tells the parts of a page by element names, roles, and a few class names and ids. */
final class Regions {

  private static final EnumSet<Region> NONE = EnumSet.noneOf(Region.class);

  /** Longest name looked up, in UTF-16 code units. */
  private static final int MAX_NAME = 40;

  /** Keys are {@code element nav}, {@code role navigation}, {@code name sidebar}. */
  private final Map<String, Region> byName = new HashMap<>();

  Regions(String resource) {
    for (List<String> row : Resource.rows(resource)) {
      Region region = Region.valueOf(row.get(1));
      row.subList(2, row.size()).forEach(name -> byName.put(row.get(0) + ' ' + name, region));
    }
  }

  /** The regions that {@code element} itself opens. Read only. */
  EnumSet<Region> of(Element element, String tag) {
    EnumSet<Region> regions = with(NONE, byName.get("element " + tag));
    if (tag.equals("dialog") && !element.hasAttr("open")) {
      regions = with(regions, Region.HIDDEN);
    }
    if (element.attributesSize() == 0) {
      return regions;
    }
    if (element.hasAttr("role")) {
      regions = with(regions, named("role ", element.attr("role")));
    }
    // The class of the whole page says what parts it has, not what it is.
    if (!tag.equals("html") && !tag.equals("body")) {
      regions = with(regions, named("name ", element.attr("id")));
      if (element.hasAttr("class")) {
        StringTokenizer names = new StringTokenizer(element.attr("class"), " \t\r\n\f");
        while (names.hasMoreTokens()) {
          regions = with(regions, named("name ", names.nextToken()));
        }
      }
      if (isHidden(element)) {
        regions = with(regions, Region.HIDDEN);
      }
    }
    return regions;
  }

  private @Nullable Region named(String kind, String name) {
    return name.isEmpty() || name.length() > MAX_NAME
        ? null
        : byName.get(kind + name.strip().toLowerCase(Locale.ROOT));
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
