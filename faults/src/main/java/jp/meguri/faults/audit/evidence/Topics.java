package jp.meguri.faults.audit.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jp.meguri.faults.platform.TopicRecords;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Everything that lies on the topics.
 */
final class Topics {

	private static final List<String> NAMES = List.of("meguri.catalog.v1", "meguri.goals.v1", "meguri.evaluations.v1");

	private final TopicRecords records;

	Topics(String brokers) {
		this.records = new TopicRecords(brokers);
	}

	List<Rows.Announced> announced() {
		var all = new ArrayList<Rows.Announced>();
		for (var topic : NAMES) {
			this.records.of(topic)
				.stream()
				.map(Topics::announced)
				.filter((record) -> !record.type().equals("heartbeat"))
				.forEach(all::add);
		}
		all.sort(Comparator.comparing(Rows.Announced::topic)
			.thenComparing(Rows.Announced::partition)
			.thenComparing(Rows.Announced::offset));
		return all;
	}

	List<String> deadLetters() {
		return NAMES.stream()
			.map((topic) -> topic + ".dlt")
			.flatMap((topic) -> this.records.of(topic).stream().map((record) -> topic + " holds " + announced(record)))
			.toList();
	}

	private static Rows.Announced announced(ConsumerRecord<byte[], byte[]> record) {
		return new Rows.Announced(record.topic(), record.partition(), record.offset(), header(record, "ce_id"),
				header(record, "ce_aggregatetype"), header(record, "ce_subject"),
				Long.parseLong(header(record, "ce_aggregateversion")));
	}

	private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
		return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}

}
