package io.dateline.page.newsroom;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Reads <a href="https://iptc.org/standards/ninjs/">ninjs</a>, 1.x to 3.x, which differ in the case
 * of their names: {@code versioncreated}, {@code versionCreated}. Its dates mean what the elements
 * of NewsML-G2 mean that have their names, and their order is the same.
 */
final class NinjsReader {

  /** Elements of a list that are looked at. */
  private static final int MAX_ELEMENTS = 100;

  /** Longest marked-up description or headline that is read, in UTF-16 code units. */
  private static final int MAX_MARKUP = 200_000;

  private final Map<?, ?> item;
  private final Draft draft;

  NinjsReader(Map<?, ?> item, Draft draft) {
    this.item = item;
    this.draft = draft;
  }

  void read() {
    draft.id(string("uri"));
    draft.id(string("guid"));
    draft.add("uri", "url", string("uri"));
    draft.add("type", "type", string("type"));
    draft.add("pubstatus", "creativeWorkStatus", string("pubstatus"));
    draft.add("language", "inLanguage", string("language"));
    headlines();
    credits();
    draft.add("description_text", "description", string("description_text"));
    draft.add("description_html", "description", unmarked(string("description_html")));
    for (Object one : list("descriptions")) {
      draft.add("descriptions", "description", worded(one));
    }
    for (String key : List.of("subject", "subjects")) {
      each(key, "name", "keywords");
    }
    values("keywords", "keywords");
    draft.substitute("located", "dateline", string("located"));
    dates();
    story();
  }

  private void headlines() {
    draft.add("headline", "headline", string("headline"));
    for (Object one : list("headlines")) {
      if (one instanceof Map<?, ?> headline) {
        String role = text(headline, "role");
        boolean main = !draft.has("headline") && (role == null || !role.contains("sub"));
        draft.add("headlines", main ? "headline" : "alternativeHeadline", worded(headline));
      }
    }
    draft.substitute("title", "headline", string("title"));
    draft.substitute("slugline", "headline", string("slugline"));
  }

  /** The value of an object or a string, without the markup that it says it has. */
  private static @Nullable String worded(Object one) {
    if (one instanceof Map<?, ?> map) {
      String type = text(map, "contenttype");
      String value = text(map, "value");
      return type != null && type.contains("html") ? unmarked(value) : value;
    }
    return words(one);
  }

  private static @Nullable String unmarked(@Nullable String html) {
    return html == null || html.length() > MAX_MARKUP ? null : Jsoup.parseBodyFragment(html).text();
  }

  private void credits() {
    for (String key : List.of("byline", "by")) {
      draft.add(key, "byline", string(key));
      draft.add(key, "author", string(key));
    }
    for (Object one : list("bylines")) {
      String byline =
          one instanceof Map<?, ?> map ? firstOf(map, "byline", "value", "name") : words(one);
      draft.add("bylines", "byline", byline);
      draft.add("bylines", "author", byline);
    }
    Object provider = value(item, "provider");
    draft.add(
        "provider",
        "sourceOrganization",
        provider instanceof Map<?, ?> map ? text(map, "name") : words(provider));
    for (Object one : list("infosources")) {
      if (one instanceof Map<?, ?> source) {
        draft.add("infosources", "sourceOrganization", text(source, "name"));
      }
    }
  }

  private void dates() {
    G2Dates dates = new G2Dates();
    for (String name :
        List.of(
            "firstCreated", "versionCreated", "contentCreated", "contentModified", "embargoed")) {
      dates.add(name, string(name.toLowerCase(Locale.ROOT)));
    }
    dates.addTo(draft);
  }

  /** Markup says where paragraphs end, and therefore goes before plain text. */
  private void story() {
    for (String key : List.of("body_xhtml", "body_html")) {
      if (!draft.hasStory()) {
        html(key, string(key));
      }
    }
    for (boolean markup : new boolean[] {true, false}) {
      for (Object one : list("bodies")) {
        if (!draft.hasStory() && one instanceof Map<?, ?> body) {
          String type = text(body, "contenttype");
          boolean isHtml = type != null && type.contains("html");
          if (isHtml && markup) {
            html("bodies", text(body, "value"));
          } else if (!isHtml && !markup) {
            plain("bodies", text(body, "value"));
          }
        }
      }
    }
    if (!draft.hasStory()) {
      plain("body_text", string("body_text"));
    }
  }

  private void html(String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      draft.storyKey(key);
      draft.html(value);
    }
  }

  private void plain(String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      draft.storyKey(key);
      draft.text(value);
    }
  }

  /** States one value of each object in a list. */
  private void each(String key, String name, String property) {
    for (Object one : list(key)) {
      draft.add(key, property, one instanceof Map<?, ?> map ? text(map, name) : words(one));
    }
  }

  private void values(String key, String property) {
    for (Object one : list(key)) {
      draft.add(key, property, words(one));
    }
  }

  private List<?> list(String key) {
    return value(item, key) instanceof List<?> list
        ? list.subList(0, Math.min(MAX_ELEMENTS, list.size()))
        : List.of();
  }

  private @Nullable String string(String key) {
    return text(item, key);
  }

  private static @Nullable String firstOf(Map<?, ?> map, String... keys) {
    for (String key : keys) {
      String value = text(map, key);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String text(Map<?, ?> map, String key) {
    return words(value(map, key));
  }

  /** The value of a property, whose name has capitals in 3.x. */
  private static @Nullable Object value(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value != null) {
      return value;
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (key.equalsIgnoreCase(String.valueOf(entry.getKey()))) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static @Nullable String words(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }
}
