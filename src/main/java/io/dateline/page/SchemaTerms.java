package io.dateline.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The <a href="https://schema.org">schema.org</a> types and properties that say something of an
 * article, as JSON-LD and microdata use them. They stand in {@code schema-terms.txt}.
 */
final class SchemaTerms {

  private static final Set<String> ARTICLES = new HashSet<>();
  private static final Set<String> PAGES = new HashSet<>();
  private static final Set<String> SITES = new HashSet<>();
  private static final Map<String, String> PROPERTIES = new HashMap<>();

  static {
    for (List<String> row : Resource.rows("schema-terms.txt")) {
      List<String> names = row.subList(1, row.size());
      switch (row.get(0)) {
        case "article" -> ARTICLES.addAll(names);
        case "page" -> PAGES.addAll(names);
        case "site" -> SITES.addAll(names);
        default -> names.forEach(name -> PROPERTIES.put(name, row.get(0)));
      }
    }
  }

  private SchemaTerms() {}

  /** Whether the type is an article's: NewsArticle and its relatives. */
  static boolean isArticle(String type) {
    return ARTICLES.contains(type);
  }

  /** Whether the type is a web page's, which speaks of the article only in part. */
  static boolean isPage(String type) {
    return PAGES.contains(type);
  }

  /** Whether the type is a site's or a publishing organization's. */
  static boolean isSite(String type) {
    return SITES.contains(type);
  }

  /** The property of a {@code Metadatum} that an article's property {@code name} means, or null. */
  static @Nullable String property(String name) {
    return PROPERTIES.get(name);
  }

  /** A type's or property's own name: {@code http://schema.org/Article} is {@code Article}. */
  static String localName(String name) {
    int cut = Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('#'), name.indexOf(':')));
    return name.substring(cut + 1).strip();
  }

  /** The local names of the types in a white-space-separated list. */
  static List<String> types(String list) {
    List<String> types = new ArrayList<>();
    for (String type : list.strip().split("\\s+", 8)) {
      if (!type.isEmpty()) {
        types.add(localName(type));
      }
    }
    return types;
  }
}
