package jp.meguri.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jp.meguri.database.WorkerTransaction;
import jp.meguri.database.lease.LeasedLoop;
import jp.meguri.database.lease.Leases;
import jp.meguri.events.wire.EventSerde;
import jp.meguri.trace.TraceAutoConfiguration;
import jp.meguri.trace.Traces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Outbox, relay, inbox and consumers of a service with a database. Where Kafka is, Boot's
 * {@code spring.kafka.*} says.
 */
@AutoConfiguration(after = { KafkaAutoConfiguration.class, TraceAutoConfiguration.class },
		afterName = "jp.meguri.database.DatabaseAutoConfiguration")
@ConditionalOnProperty("meguri.database.name")
@EnableConfigurationProperties({ OutboxProperties.class, KafkaProperties.class })
public class OutboxAutoConfiguration {

	private final OutboxHeaders headers = new OutboxHeaders();

	@Bean
	EventSerde eventSerde() {
		return new EventSerde();
	}

	@Bean
	Outbox outbox(DatabaseClient database, EventSerde serde, Traces traces,
			@Qualifier("outboxRelay") LeasedLoop relay) {
		return new Outbox(database, serde, this.headers, traces, relay::wake);
	}

	@Bean
	OutboxMetrics outboxMetrics(ObjectProvider<MeterRegistry> registry) {
		return new OutboxMetrics(registry.getIfAvailable(SimpleMeterRegistry::new));
	}

	@Bean
	OutboxProducer outboxProducer(KafkaProperties kafka) {
		return new OutboxProducer(kafka.buildProducerProperties());
	}

	@Bean
	LeasedLoop outboxRelay(@Qualifier("worker") DatabaseClient worker, OutboxProducer producer,
			OutboxProperties settings, OutboxMetrics metrics, Leases leases) {
		OutboxStore store = new OutboxStore(worker, this.headers);
		return new LeasedLoop("outbox-relay", leases, settings.pause(),
				new OutboxRelay(store, producer, settings, metrics));
	}

	@Bean
	EventDelivery eventDelivery(EventSerde serde, @Qualifier("worker") DatabaseClient worker,
			WorkerTransaction transaction, OutboxMetrics metrics) {
		return new EventDelivery(serde, new Inbox(worker), transaction, metrics);
	}

	@Bean
	DeadLetters deadLetters(@Value("${spring.application.name}") String group,
			@Qualifier("worker") DatabaseClient worker, OutboxProducer producer, EventDelivery delivery,
			OutboxMetrics metrics, ObjectProvider<EventHandler<?>> handlers) {
		return new DeadLetters(group, new DeadLetterStore(worker, this.headers), producer, delivery, metrics,
				handlers.stream().toList());
	}

	@Bean
	KafkaTopics kafkaTopics(KafkaProperties kafka, @Value("${meguri.kafka.replication-factor:1}") short replicas) {
		return new KafkaTopics(kafka.buildAdminProperties(), replicas);
	}

	@Bean
	EventConsumers eventConsumers(@Value("${spring.application.name}") String group, KafkaTopics topics,
			KafkaProperties kafka, OutboxProperties settings, ObjectProvider<EventHandler<?>> handlers,
			EventDelivery delivery, DeadLetters deadLetters, EventSerde serde, Traces traces,
			ObjectProvider<MeterRegistry> registry) {
		EventListeners listeners = new EventListeners(delivery, deadLetters, serde, traces);
		ConsumerLag lag = new ConsumerLag(registry.getIfAvailable(SimpleMeterRegistry::new));
		return new EventConsumers(group, topics, kafka.buildConsumerProperties(), settings.concurrency(),
				listeners.byTopic(handlers.stream().toList()), lag);
	}

}
