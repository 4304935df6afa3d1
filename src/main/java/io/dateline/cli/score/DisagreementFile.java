package io.dateline.cli.score;

import io.dateline.output.CsvTable;
import io.dateline.output.FormulaGuard;
import io.dateline.score.Disagreement;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * A CSV file of disagreements, in the form of a run's files. It is written beside its place and
 * moved there when it is whole. Not safe for use by several threads.
 */
public final class DisagreementFile implements Closeable {

  private static final List<String> HEADER =
      List.of("article", "field", "kind", "gold", "run", "quote");

  private final Path target;
  private final Path partial;
  private final BufferedWriter writer;

  private DisagreementFile(Path target, Path partial) throws IOException {
    this.target = target;
    this.partial = partial;
    writer = Files.newBufferedWriter(partial);
  }

  /** Begins a file that will stand at {@code target}. */
  public static DisagreementFile open(Path target) throws IOException {
    Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
    DisagreementFile file = new DisagreementFile(target, partial);
    try {
      CsvTable.FORMAT.printRecord(file.writer, HEADER.toArray());
      return file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Writes one.
   *
   * @throws UncheckedIOException if that fails, so that nobody blames the run that is being read
   */
  public void write(Disagreement disagreement) {
    try {
      CsvTable.FORMAT.printRecord(
          writer,
          FormulaGuard.guard(disagreement.article()),
          disagreement.field(),
          disagreement.kind().name().toLowerCase(Locale.ROOT),
          FormulaGuard.guard(disagreement.gold()),
          FormulaGuard.guard(disagreement.run()),
          FormulaGuard.guard(disagreement.quote()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the whole file in its place. */
  public void finish() throws IOException {
    writer.close();
    Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Ends the writing; without {@link #finish} nothing stays. */
  @Override
  public void close() throws IOException {
    try {
      writer.close();
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
