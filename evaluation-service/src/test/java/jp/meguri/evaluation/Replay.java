package jp.meguri.evaluation;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import jp.meguri.events.Topics;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.EventPublisherForTests;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Sends topics a second time, and waits until the service has read all there is.
 */
public final class Replay {

	private static final String GROUP = "evaluation-service";

	private Replay() {
	}

	/** Everything that lies on the topic, once more. */
	public static void again(EventPublisherForTests publisher, String topic) {
		publisher.received(topic)
			.forEach((event) -> publisher.publish(topic, event.key(), event.headers(),
					event.json().getBytes(StandardCharsets.UTF_8)));
	}

	/** How much the service has announced, sent or not. */
	public static long announced(EventPublisherForTests publisher) {
		await().atMost(Duration.ofSeconds(30))
			.until(() -> EvaluationIT.count("select count(*) from outbox where published_at is null") == 0);
		return publisher.received(Topics.EVALUATIONS).size();
	}

	public static void awaitConsumed() {
		awaitConsumed(GROUP);
	}

	/** The same for another consumer group. */
	static void awaitConsumed(String group) {
		await().atMost(Duration.ofSeconds(90)).until(() -> isConsumed(group));
	}

	private static boolean isConsumed(String group) throws ExecutionException, InterruptedException {
		try (Admin admin = Admin
			.create(Map.of("bootstrap.servers", EmbeddedPlatform.get().broker().bootstrapServers()))) {
			Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
				.partitionsToOffsetAndMetadata()
				.get();
			Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
			for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
				wanted.put(new TopicPartition(Topics.GOALS, partition), OffsetSpec.latest());
				wanted.put(new TopicPartition(Topics.CATALOG, partition), OffsetSpec.latest());
			}
			return admin.listOffsets(wanted)
				.all()
				.get()
				.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (end) -> end.getValue().offset()))
				.entrySet()
				.stream()
				.allMatch((end) -> end.getValue() == 0
						|| (read.get(end.getKey()) != null && read.get(end.getKey()).offset() >= end.getValue()));
		}
	}

}
