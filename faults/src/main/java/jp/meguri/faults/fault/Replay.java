package jp.meguri.faults.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jp.meguri.faults.platform.RunFile;
import jp.meguri.faults.platform.Way;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends everything that lies on the topics once more, as it was: no consumer may do
 * anything about it.
 */
public final class Replay {

	private static final List<String> TOPICS = List.of("meguri.catalog.v1", "meguri.goals.v1", "meguri.evaluations.v1");

	private static final Duration LONGEST = Duration.ofMinutes(2);

	private final Map<String, Object> settings;

	public Replay(RunFile run) {
		var kafka = run.end(Way.KAFKA).orElseThrow();
		this.settings = Map.of("bootstrap.servers", kafka.getHostString() + ":" + kafka.getPort(), "enable.auto.commit",
				"false", "acks", "all");
	}

	/**
	 * Sends all, and returns when the broker has taken them.
	 * @return how many
	 * @throws IllegalStateException if it does not take or give them in time
	 */
	public long run() throws InterruptedException {
		long sent = 0;
		for (var topic : TOPICS) {
			sent += again(topic);
		}
		return sent;
	}

	private long again(String topic) throws InterruptedException {
		var records = all(topic);
		try (var producer = new KafkaProducer<>(this.settings, new ByteArraySerializer(), new ByteArraySerializer())) {
			var taken = records.stream()
				.map((record) -> producer.send(new ProducerRecord<>(topic, record.partition(), record.key(),
						record.value(), record.headers())))
				.toList();
			for (var each : taken) {
				each.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
			}
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("Not everything on " + topic + " could be sent once more", ex);
		}
		return records.size();
	}

	private List<ConsumerRecord<byte[], byte[]>> all(String topic) {
		try (var consumer = new KafkaConsumer<>(this.settings, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			var partitions = consumer.partitionsFor(topic)
				.stream()
				.map((partition) -> new TopicPartition(topic, partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			var ends = consumer.endOffsets(partitions);
			var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
			var limit = Instant.now().plus(LONGEST);
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				if (Instant.now().isAfter(limit)) {
					throw new IllegalStateException(topic + " cannot be read to its end");
				}
				consumer.poll(Duration.ofMillis(200)).forEach(records::add);
			}
			return records;
		}
	}

}
