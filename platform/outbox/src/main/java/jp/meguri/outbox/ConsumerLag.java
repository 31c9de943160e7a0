package jp.meguri.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * How far this process is behind on a topic: two gauges instead of Kafka's hundreds. Over
 * all replicas they add up; partitions that nobody reads show as missing.
 */
final class ConsumerLag {

	private static final String PER_PARTITION = "records-lag";

	private final MeterRegistry registry;

	ConsumerLag(MeterRegistry registry) {
		this.registry = registry;
	}

	void watch(String topic, ConcurrentMessageListenerContainer<?, ?> container) {
		Gauge.builder("inbox.lag.records", container, ConsumerLag::records)
			.description("Records of the partitions read here that wait to be read")
			.tag("topic", topic)
			.register(this.registry);
		Gauge.builder("inbox.assigned.partitions", container, ConsumerLag::partitions)
			.description("Partitions of the topic that are read here")
			.tag("topic", topic)
			.register(this.registry);
	}

	private static double records(ConcurrentMessageListenerContainer<?, ?> container) {
		return container.metrics()
			.values()
			.stream()
			.flatMap((metrics) -> metrics.entrySet().stream())
			.filter((metric) -> metric.getKey().name().equals(PER_PARTITION))
			.mapToDouble(ConsumerLag::value)
			.filter(Double::isFinite)
			.sum();
	}

	private static double value(Map.Entry<MetricName, ? extends Metric> metric) {
		return (metric.getValue().metricValue() instanceof Number number) ? number.doubleValue() : Double.NaN;
	}

	private static double partitions(ConcurrentMessageListenerContainer<?, ?> container) {
		Collection<?> assigned = container.getAssignedPartitions();
		return (assigned != null) ? assigned.size() : 0;
	}

}
