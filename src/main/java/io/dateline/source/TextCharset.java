package io.dateline.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An encoding as the web means it: {@code iso-8859-1} is windows-1252, {@code gb2312} is GB18030.
 * The labels stand in {@code charset-labels.txt}.
 *
 * @param name the IANA name, as in the column {@code charset}
 * @param java the decoder
 * @param multiByte whether a character may take more than one byte
 */
record TextCharset(String name, Charset java, boolean multiByte) {

  private static final Map<String, TextCharset> BY_LABEL = load("charset-labels.txt");

  static final TextCharset UTF_8 = named("utf-8");
  static final TextCharset UTF_16LE = named("utf-16le");
  static final TextCharset UTF_16BE = named("utf-16be");
  static final TextCharset UTF_32LE = named("utf-32le");
  static final TextCharset UTF_32BE = named("utf-32be");
  static final TextCharset WINDOWS_1252 = named("windows-1252");
  static final TextCharset ISO_2022_JP = named("iso-2022-jp");

  /** Longest label looked up, in UTF-16 code units; the longest known has 19. */
  private static final int MAX_LABEL = 40;

  /** The encoding that {@code label} stands for on the web, or null if it stands for none. */
  static @Nullable TextCharset of(@Nullable String label) {
    if (label == null || label.length() > MAX_LABEL) {
      return null;
    }
    return BY_LABEL.get(label.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether its bytes below 0x80 are ASCII, as every encoding declared in HTML must have them. */
  boolean isAsciiCompatible() {
    return !name.startsWith("UTF-16") && !name.startsWith("UTF-32");
  }

  private static TextCharset named(String label) {
    return Objects.requireNonNull(BY_LABEL.get(label), label);
  }

  private static Map<String, TextCharset> load(String resource) {
    Map<String, TextCharset> byLabel = new HashMap<>();
    InputStream stream =
        Objects.requireNonNull(TextCharset.class.getResourceAsStream(resource), resource);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          add(byLabel, List.of(line.strip().split("\\s+")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
    return Map.copyOf(byLabel);
  }

  private static void add(Map<String, TextCharset> byLabel, List<String> words) {
    // A runtime image without the module jdk.charsets lacks some; the rest still work.
    if (Charset.isSupported(words.get(1))) {
      TextCharset charset =
          new TextCharset(
              words.get(0), Charset.forName(words.get(1)), words.get(2).equals("multi"));
      byLabel.put(words.get(0).toLowerCase(Locale.ROOT), charset);
      words.subList(3, words.size()).forEach(label -> byLabel.put(label, charset));
    }
  }
}
