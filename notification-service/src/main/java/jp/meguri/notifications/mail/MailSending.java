package jp.meguri.notifications.mail;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import jp.meguri.database.WorkerTransaction;
import jp.meguri.directory.Directory;
import jp.meguri.directory.Person;
import jp.meguri.logging.Causes;
import jp.meguri.notifications.notice.Notice;
import jp.meguri.notifications.notice.NoticeRepository;
import jp.meguri.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sends the letters that are due. SMTP cannot promise "exactly once" (RFC 1047): a crash
 * between the server's 250 and our note of it sends the letter again, with the same
 * Message-ID.
 */
@Component
class MailSending {

	private static final Logger log = LoggerFactory.getLogger(MailSending.class);

	/** In a letter: what log lines and traces name of the click that caused it. */
	private static final String TRACE = "X-Meguri-Trace";

	private static final int AT_ONCE = 20;

	private static final Duration PATIENCE = Duration.ofSeconds(50);

	private final MailQueue queue;

	private final NoticeRepository notices;

	private final Directory directory;

	private final Letter letter;

	private final JavaMailSender smtp;

	private final WorkerTransaction transaction;

	private final MailProperties properties;

	private final Traces traces;

	private final MailMetrics metrics;

	private final CircuitBreaker breaker;

	MailSending(MailQueue queue, @Qualifier("worker") NoticeRepository notices, Directory directory, Letter letter,
			JavaMailSender smtp, WorkerTransaction transaction, MailProperties properties, Traces traces,
			MailMetrics metrics, CircuitBreakerRegistry breakers) {
		this.queue = queue;
		this.notices = notices;
		this.directory = directory;
		this.letter = letter;
		this.smtp = smtp;
		this.transaction = transaction;
		this.properties = properties;
		this.traces = traces;
		this.metrics = metrics;
		this.breaker = breakers.circuitBreaker("smtp");
	}

	/** Runs on a scheduler thread, which may wait. */
	@Scheduled(fixedDelayString = "${meguri.mail.poll:1s}")
	void sendDue() {
		try {
			this.queue.claim(AT_ONCE).flatMapMany(Flux::fromIterable).concatMap(this::send).blockLast(PATIENCE);
		}
		catch (RuntimeException ex) {
			log.warn("Mails wait: {}", ex.toString());
		}
	}

	/** How long letters wait is looked up less often than they are sent. */
	@Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
	void lookAtBacklog() {
		try {
			this.metrics.oldestDue(this.queue.oldestDue().block(PATIENCE));
		}
		catch (RuntimeException ex) {
			log.warn("How long mails wait is not known: {}", ex.toString());
		}
	}

	private Mono<Void> send(MailQueue.Due due) {
		return this.transaction.in(due.municipality(), this.queue.find(due))
			.flatMap((mail) -> this.traces.follow("mail.sending", mail.trace(), send(mail)));
	}

	private Mono<Void> send(Mail mail) {
		return deliver(mail).then(inCity(mail, this.queue.sent(mail)))
			.then(Mono.fromRunnable(() -> sent(mail)).then())
			.onErrorResume((failure) -> inCity(mail, failed(mail, failure)));
	}

	private void sent(Mail mail) {
		log.info("Mail {} was sent", mail.id());
		this.metrics.ended("sent");
	}

	private Mono<Void> deliver(Mail mail) {
		Mono<Notice> notice = this.transaction.in(mail.municipality(),
				this.notices.byId(mail.municipality(), mail.notice()));
		return Mono.zip(notice, this.directory.person(mail.municipality(), mail.person()))
			.flatMap((both) -> Mono.deferContextual((context) -> Mono
				.fromCallable(this.breaker
					.decorateCallable(() -> hand(mail, both.getT1(), both.getT2(), this.traces.id(context))))
				.subscribeOn(Schedulers.boundedElastic())))
			.then();
	}

	private boolean hand(Mail mail, Notice notice, Person receiver, @Nullable String trace) throws MessagingException {
		MimeMessage message = new WithMessageId(this.smtp.createMimeMessage(), mail.messageId());
		MimeMessageHelper content = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
		content.setFrom(this.properties.from());
		content.setTo(mail.address());
		content.setSubject(this.letter.subject(notice));
		content.setText(this.letter.body(notice, receiver.name()));
		if (trace != null) {
			message.setHeader(TRACE, trace);
		}
		this.smtp.send(message);
		return true;
	}

	private Mono<Void> failed(Mail mail, Throwable failure) {
		boolean hopeless = mail.createdAt().plus(this.properties.retryFor()).isBefore(Instant.now());
		if (!(failure instanceof CallNotPermittedException)) {
			// A server's words quote the address.
			log.warn("Mail {} was not sent (attempt {}): {}", mail.id(), mail.attempts() + 1, Causes.of(failure));
		}
		this.metrics.ended(hopeless ? "given_up" : "postponed");
		return hopeless ? this.queue.givenUp(mail, failure.toString()) : this.queue.postponed(mail, failure.toString());
	}

	private <T> Mono<T> inCity(Mail mail, Mono<T> work) {
		return this.transaction.in(mail.municipality(), work);
	}

	/** Keeps our Message-ID where Jakarta Mail would make a new one for each attempt. */
	private static final class WithMessageId extends MimeMessage {

		private final String messageId;

		WithMessageId(MimeMessage blank, String messageId) throws MessagingException {
			super(blank.getSession());
			this.messageId = messageId;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", this.messageId);
		}

	}

}
