package io.dateline.cli.diff;

import io.dateline.batch.run.IoReason;
import io.dateline.batch.run.RunFailure;
import io.dateline.cli.status.StatusText;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one of the two words after {@code diff} means.
 *
 * @param name as the side is called
 * @param folder where its files are; null for what is current in the database
 */
public record RunArgument(String name, @Nullable Path folder) {

  /** The word for what is current in the database. */
  public static final String CURRENT = "current";

  private static final String LATEST = "latest";

  private static final Pattern RUN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-(\\d{4,15})(-trial)?");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

  /** Longest name of a side in the name of a folder. */
  private static final int MAX_NAME = 60;

  /**
   * Finds a side: {@code current}, {@code latest}, the number or the name of a run, or else the
   * path of a folder.
   *
   * @param job folder of the job
   * @throws RunFailure of kind INPUT if there is no such run or folder
   */
  public static RunArgument of(String word, Path job) {
    if (word.equals(CURRENT)) {
      return new RunArgument(CURRENT, null);
    }
    if (word.equals(LATEST)) {
      Path latest = job.resolve(LATEST);
      if (!Files.isDirectory(latest)) {
        throw missing("There is no " + latest + ": the job has published nothing there.");
      }
      return ofFolder(latest);
    }
    if (NUMBER.matcher(word).matches()) {
      return ofFolder(byNumber(Long.parseLong(word), job));
    }
    if (RUN.matcher(word).matches() && Files.isDirectory(job.resolve(word))) {
      return ofFolder(job.resolve(word));
    }
    Path folder = Path.of("").toAbsolutePath().resolve(word).normalize();
    if (word.isBlank() || !Files.isDirectory(folder)) {
      throw missing(
          "`"
              + word
              + "` is neither a run of "
              + job
              + " nor a folder; name a run by its number, `latest`, `current`, or a folder.");
    }
    return ofFolder(folder);
  }

  private static RunArgument ofFolder(Path folder) {
    Path named = folder;
    try {
      // `latest` is another run tomorrow.
      Path real = folder.toRealPath();
      if (RUN.matcher(fileName(real)).matches()) {
        named = real;
      }
    } catch (IOException e) {
      throw new RunFailure(
          RunFailure.Kind.IO,
          StatusText.clean("The folder " + folder + " cannot be read: " + IoReason.of(e) + "."),
          e);
    }
    return new RunArgument(StatusText.clean(fileName(named)), named);
  }

  private static Path byNumber(long number, Path job) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(job)) {
      Path found = null;
      for (Path entry : entries) {
        Matcher matcher = RUN.matcher(fileName(entry));
        boolean wanted = matcher.matches() && Long.parseLong(matcher.group(1)) == number;
        if (wanted
            && (found == null || Comparator.<Path>naturalOrder().compare(entry, found) < 0)) {
          found = entry;
        }
      }
      if (found != null) {
        return found;
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      // Then it has no runs.
    } catch (IOException | DirectoryIteratorException e) {
      throw new RunFailure(
          RunFailure.Kind.IO, StatusText.clean("The folder " + job + " cannot be listed."), e);
    }
    throw missing(
        "There is no folder of run "
            + number
            + " in "
            + job
            + "; `status` lists the runs, and a folder that was purged is gone for good.");
  }

  private static RunFailure missing(String sentence) {
    return new RunFailure(RunFailure.Kind.INPUT, StatusText.clean(sentence), null);
  }

  private static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? "root" : name.toString();
  }

  /** The name of the side where it is part of the name of a folder. */
  public String inFolderName() {
    String plain =
        name.codePoints()
            .limit(MAX_NAME)
            .map(c -> isPlain(c) ? c : '_')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return plain.isEmpty() ? "_" : plain;
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.';
  }
}
