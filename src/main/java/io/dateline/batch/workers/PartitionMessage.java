package io.dateline.batch.workers;

import io.dateline.batch.run.ProgramVersion;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * That a partition is to be extracted.
 *
 * @param format of the message, raised when its meaning changes
 * @param program version of the program that hands it out
 * @param job name of the job
 * @param run key of the run
 * @param partition its number, for a person
 * @param stepExecution key of the step in Spring Batch's tables: the state of the partition
 * @param manager token of the lease of the process that hands it out
 */
record PartitionMessage(
    int format,
    String program,
    String job,
    long run,
    int partition,
    long stepExecution,
    String manager) {

  static final int FORMAT = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  static PartitionMessage of(
      String job, long run, int partition, long stepExecution, String manager) {
    return new PartitionMessage(
        FORMAT, ProgramVersion.get(), job, run, partition, stepExecution, manager);
  }

  String text() {
    return JSON.writeValueAsString(this);
  }

  /** The same as a message of a session. */
  TextMessage in(Session session) throws JMSException {
    TextMessage message = session.createTextMessage(text());
    message.setLongProperty(Queues.RUN, run);
    return message;
  }

  /** Reads a message; null if it is none of this format. */
  static @Nullable PartitionMessage read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      JsonNode tree = JSON.readTree(text);
      if (tree.path("format").asInt(0) != FORMAT) {
        return null;
      }
      PartitionMessage message = JSON.treeToValue(tree, PartitionMessage.class);
      return message.job == null || message.manager == null || message.program == null
          ? null
          : message;
    } catch (JacksonException e) {
      return null;
    }
  }
}
