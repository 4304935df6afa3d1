package io.dateline.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import io.dateline.article.RawDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Chooses the encoding of bytes that are not valid UTF-8 and carry no byte order mark. */
final class CharsetChoice {

  /** Characters decoded for each that failed, in UTF-8 with a few broken bytes. */
  private static final int UTF8_PER_ERROR = 4;

  /** The same where the document declares UTF-8. */
  private static final int DECLARED_UTF8_PER_ERROR = 1;

  /** A declared encoding is believed while at most this share of its characters is odd. */
  private static final double BELIEVED_ODDNESS = 0.10;

  /** How much oddness outweighs one point of ICU's confidence, which runs to 100. */
  private static final double CONFIDENCE_POINTS_PER_ODDNESS = 150;

  /** Guesses of the detector that are considered. */
  private static final int MAX_GUESSES = 12;

  /** By how many points of confidence another encoding must be likelier than a declared one. */
  private static final double DOUBT_POINTS = 20;

  /** Fewest characters beyond ASCII from which the detector may doubt a declaration. */
  private static final int DOUBT_CHARACTERS = 30;

  /** Single-byte encodings that the detector knows; of others it cannot say how likely they are. */
  private static final Set<String> DETECTED =
      Set.of(
          "windows-1250",
          "windows-1251",
          "windows-1252",
          "windows-1253",
          "windows-1254",
          "windows-1255",
          "windows-1256",
          "ISO-8859-2",
          "ISO-8859-5",
          "ISO-8859-6",
          "ISO-8859-7",
          "ISO-8859-8",
          "KOI8-R");

  /** Tried whatever the detector says, the commonest first. */
  private static final List<String> COMMON =
      List.of("windows-1252", "windows-1251", "windows-1250", "windows-1253");

  /**
   * A guess of the detector.
   *
   * @param decoding the sample, so decoded
   * @param score its confidence, which runs to 100, less what is odd about the text
   */
  private record Guess(Decoding decoding, double score) {
    static Guess of(byte[] sample, TextCharset charset, int confidence) {
      Decoding decoding = Decoding.decode(sample, 0, charset);
      return new Guess(decoding, confidence - CONFIDENCE_POINTS_PER_ODDNESS * Oddness.of(decoding));
    }
  }

  private final byte[] bytes;
  private final Decoding utf8;
  private final List<TextCharset> declared;

  CharsetChoice(RawDocument document, Decoding utf8, String head, String markup) {
    this.bytes = document.content();
    this.utf8 = utf8;
    this.declared = new ArrayList<>();
    TextCharset transport = TextCharset.of(document.capture().charset());
    if (transport != null && transport.isAsciiCompatible()) {
      declared.add(transport);
    }
    if (!markup.equals(Markup.PLAIN)) {
      declared.addAll(DeclaredCharset.of(head));
    }
  }

  Decoding decode() {
    if (EscapedJapanese.is(utf8.text())) {
      return Decoding.decode(bytes, 0, TextCharset.ISO_2022_JP);
    }
    if (isUtf8WithErrors()) {
      return utf8;
    }
    byte[] sample = Sample.of(bytes);
    List<Guess> guesses = guesses(sample);
    for (TextCharset charset : declared) {
      if (!charset.equals(TextCharset.UTF_8)
          && isBelieved(Decoding.decode(sample, 0, charset), guesses)) {
        return Decoding.decode(bytes, 0, charset);
      }
    }
    return Decoding.decode(bytes, 0, best(guesses, sample));
  }

  private boolean isUtf8WithErrors() {
    int perError = declared.contains(TextCharset.UTF_8) ? DECLARED_UTF8_PER_ERROR : UTF8_PER_ERROR;
    return utf8.decodedBeyondAscii() >= utf8.replacements() * (long) perError;
  }

  /** Whether what was declared gives likely text, and nothing else gives far likelier text. */
  private static boolean isBelieved(Decoding declared, List<Guess> guesses) {
    if (Oddness.of(declared) > BELIEVED_ODDNESS) {
      return false;
    }
    if (!DETECTED.contains(declared.charset().name())
        || declared.decodedBeyondAscii() < DOUBT_CHARACTERS) {
      return true;
    }
    double best = 0;
    double own = 0;
    for (Guess guess : guesses) {
      best = Math.max(best, guess.score());
      if (guess.decoding().text().equals(declared.text())) {
        own = Math.max(own, guess.score());
      }
    }
    return best - own < DOUBT_POINTS;
  }

  private static TextCharset best(List<Guess> guesses, byte[] sample) {
    Guess best = null;
    for (Guess guess : guesses) {
      if (best == null || guess.score() > best.score()) {
        best = guess;
      }
    }
    Decoding western = Decoding.decode(sample, 0, TextCharset.WINDOWS_1252);
    return best == null || best.decoding().text().equals(western.text())
        ? TextCharset.WINDOWS_1252
        : best.decoding().charset();
  }

  private static List<Guess> guesses(byte[] sample) {
    List<Guess> guesses = new ArrayList<>();
    for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
      TextCharset charset = TextCharset.of(match.getName());
      if (charset != null
          && charset.isAsciiCompatible()
          && !charset.equals(TextCharset.UTF_8)
          && guesses.size() < MAX_GUESSES) {
        guesses.add(Guess.of(sample, charset, match.getConfidence()));
      }
    }
    // The detector may have no idea of a few words; what is not odd is still to be preferred.
    for (String label : COMMON) {
      TextCharset charset = TextCharset.of(label);
      if (charset != null) {
        guesses.add(Guess.of(sample, charset, 0));
      }
    }
    return guesses;
  }
}
