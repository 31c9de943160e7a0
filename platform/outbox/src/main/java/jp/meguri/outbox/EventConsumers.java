package jp.meguri.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * One listener container per topic that a handler of this service wants. They start when
 * Kafka is there; the service itself does not wait for that.
 */
final class EventConsumers implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(EventConsumers.class);

	private final String group;

	private final KafkaTopics topics;

	private final Map<String, Object> settings;

	private final int concurrency;

	private final Map<String, EventListener> listeners;

	private final ConsumerLag lag;

	private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers = new ArrayList<>();

	private @Nullable Thread starter;

	EventConsumers(String group, KafkaTopics topics, Map<String, Object> settings, int concurrency,
			Map<String, EventListener> listeners, ConsumerLag lag) {
		this.group = group;
		this.topics = topics;
		this.settings = withOurs(settings, group);
		this.concurrency = concurrency;
		this.listeners = Map.copyOf(listeners);
		this.lag = lag;
	}

	private static Map<String, Object> withOurs(Map<String, Object> settings, String group) {
		Map<String, Object> all = new HashMap<>(settings);
		all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
		all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
		// A killed replica's partitions move after 10 s.
		all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
		all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
		all.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
		return all;
	}

	@Override
	public synchronized void start() {
		if (this.starter == null) {
			this.starter = new Thread(this::startWhenKafkaIsThere, "event-consumers");
			this.starter.setDaemon(true);
			this.starter.start();
		}
	}

	@Override
	public synchronized void stop() {
		if (this.starter != null) {
			this.starter.interrupt();
			this.starter = null;
		}
		this.containers.forEach((container) -> container.stop());
		this.containers.clear();
	}

	/** Before the web server starts, and until it has answered its last request. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.starter != null;
	}

	private void startWhenKafkaIsThere() {
		try {
			while (!topicsAreThere()) {
				Thread.sleep(1_000);
			}
			startContainers();
		}
		catch (InterruptedException ex) {
			log.debug("Stopped while waiting for Kafka");
		}
	}

	private boolean topicsAreThere() throws InterruptedException {
		try {
			this.topics.ensure();
			return true;
		}
		catch (ExecutionException | TimeoutException | RuntimeException ex) {
			log.warn("Kafka is not there yet: {}", ex.toString());
			return false;
		}
	}

	private synchronized void startContainers() {
		if (this.starter == Thread.currentThread()) {
			this.listeners.forEach((topic, listener) -> this.containers.add(container(topic, listener)));
			this.containers.forEach((container) -> container.start());
		}
	}

	private ConcurrentMessageListenerContainer<String, byte[]> container(String topic, EventListener listener) {
		ContainerProperties properties = new ContainerProperties(topic);
		properties.setMessageListener(listener);
		properties.setGroupId(this.group);
		properties.setMissingTopicsFatal(false);
		properties.setShutdownTimeout(10_000);
		var consumers = new DefaultKafkaConsumerFactory<>(this.settings, new StringDeserializer(),
				new ByteArrayDeserializer());
		var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
		container.setBeanName(topic);
		container.setConcurrency(this.concurrency);
		container.setCommonErrorHandler(new DefaultErrorHandler(withoutEnd()));
		this.lag.watch(topic, container);
		return container;
	}

	// Pauses up to 5 s, far below the poll interval the broker allows.
	private static ExponentialBackOff withoutEnd() {
		ExponentialBackOff pauses = new ExponentialBackOff(200, 2);
		pauses.setMaxInterval(5_000);
		return pauses;
	}

}
