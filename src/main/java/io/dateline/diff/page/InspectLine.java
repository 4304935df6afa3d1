package io.dateline.diff.page;

import io.dateline.diff.Sample;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The command that opens the source of an article, for a shell to take as it is: names out of an
 * archive are hostile.
 */
final class InspectLine {

  private static final String USUAL_JOB = "nightly";

  private InspectLine() {}

  /**
   * The command; empty where no shell would take the name.
   *
   * @param roots folders of the input by the collections' names
   */
  static String of(Sample sample, Map<String, String> roots, String job) {
    String root = roots.getOrDefault(sample.collection(), sample.collection());
    String path = decode(sample.sourcePath());
    // A relative path must not be taken for an option either.
    String file = (root.startsWith("-") ? "./" : "") + (root.isEmpty() ? path : root + "/" + path);
    if (!isPlain(file) || !isPlain(sample.entryName())) {
      return "";
    }
    StringBuilder line = new StringBuilder("./dateline inspect ").append(quoted(file));
    if (!sample.entryName().isEmpty()) {
      // Joined, so that a name cannot be taken for an option.
      String entry = sample.entryName();
      line.append(entry.startsWith("-") ? " --entry=" : " --entry ").append(quoted(entry));
    }
    if (!job.equals(USUAL_JOB)) {
      line.append(" --job ").append(quoted(job));
    }
    return line.append(" --explain").toString();
  }

  /** Neither a sign that steers a terminal nor bytes that are no text. */
  private static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE
                    || c == 0xFFFD);
  }

  private static String quoted(String text) {
    boolean safe =
        !text.isEmpty()
            && text.chars()
                .allMatch(
                    c ->
                        (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || "/._-".indexOf(c) >= 0);
    return safe ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** A name as it is on the disk; bytes that are no text become U+FFFD. */
  private static String decode(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    byte[] in = path.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
      if (in[i] == '%' && high >= 0 && low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.write(in[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(out.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      return "\uFFFD";
    }
  }
}
