package io.dateline.batch.extract;

import io.dateline.source.ManifestFile;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Cuts a chunk short at the next document once its step is to end: what is processed by then is
 * committed, and the rest goes back to the reader. A chunk of heavy documents would take minutes.
 *
 * <p>Cuts where the chunk step itself will not go on, so that nothing that was given back is passed
 * over. It also tells which document a failure is about.
 */
public class StoppableProcessor implements ItemProcessor<ManifestFile, ProcessedEntry> {

  private final ItemProcessor<ManifestFile, ProcessedEntry> processor;
  private final ManifestItemReader reader;
  private final StepExecution step;

  public StoppableProcessor(
      ItemProcessor<ManifestFile, ProcessedEntry> processor,
      ManifestItemReader reader,
      StepExecution step) {
    this.processor = processor;
    this.reader = reader;
    this.step = step;
  }

  @Override
  public @Nullable ProcessedEntry process(ManifestFile file) throws Exception {
    if (step.isTerminateOnly()) {
      reader.giveBack();
      return null;
    }
    try {
      return processor.process(file);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | Error e) {
      throw new DocumentFailure(file.collection(), file.sourcePath(), e);
    }
  }
}
