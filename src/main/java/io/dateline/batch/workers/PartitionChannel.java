package io.dateline.batch.workers;

import io.dateline.batch.run.PartitionName;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import java.util.function.Supplier;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;

/** Sends what Spring Batch wants to be done to the queue, in our own words. */
final class PartitionChannel implements MessageChannel {

  private final BrokerConnection broker;
  private final JmsTemplate template;
  private final Queues queues;
  private final Supplier<HandedOut> current;

  PartitionChannel(BrokerConnection broker, Queues queues, Supplier<HandedOut> current) {
    this.broker = broker;
    this.template = broker.template();
    this.queues = queues;
    this.current = current;
  }

  /**
   * What is handed out.
   *
   * @param manager token of the lease of this process
   */
  record HandedOut(Run run, StepExecution step, String manager) {

    private PartitionMessage message(long stepExecution) {
      StepExecution partition =
          step.getJobExecution().getStepExecutions().stream()
              .filter(other -> other.getId() == stepExecution)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("there is no step " + stepExecution));
      return PartitionMessage.of(
          run.jobName(), run.runId(), PartitionName.number(partition), stepExecution, manager);
    }
  }

  @Override
  public boolean send(Message<?> message, long timeout) {
    StepExecutionRequest request = (StepExecutionRequest) message.getPayload();
    PartitionMessage work = current.get().message(request.getStepExecutionId());
    try {
      template.send(queues.partitions(), work::in);
    } catch (JmsException e) {
      throw new RunFailure(
          RunFailure.Kind.BROKER,
          "The broker at "
              + broker.address()
              + " took no more partitions; check it. Run the same command again to resume.",
          e);
    }
    return true;
  }
}
