package jp.meguri.notifications.mail;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import jp.meguri.database.WorkerTransaction;
import jp.meguri.directory.Directory;
import jp.meguri.directory.Person;
import jp.meguri.notifications.notice.Notice;
import jp.meguri.notifications.notice.NoticeRepository;
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

	private static final int AT_ONCE = 20;

	private static final Duration PATIENCE = Duration.ofSeconds(50);

	private final MailQueue queue;

	private final NoticeRepository notices;

	private final Directory directory;

	private final Letter letter;

	private final JavaMailSender smtp;

	private final WorkerTransaction transaction;

	private final MailProperties properties;

	private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("smtp");

	MailSending(MailQueue queue, @Qualifier("worker") NoticeRepository notices, Directory directory, Letter letter,
			JavaMailSender smtp, WorkerTransaction transaction, MailProperties properties) {
		this.queue = queue;
		this.notices = notices;
		this.directory = directory;
		this.letter = letter;
		this.smtp = smtp;
		this.transaction = transaction;
		this.properties = properties;
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

	private Mono<Void> send(MailQueue.Due due) {
		return this.transaction.in(due.municipality(), this.queue.find(due))
			.flatMap((mail) -> deliver(mail).then(inCity(mail, this.queue.sent(mail)))
				.onErrorResume((failure) -> inCity(mail, failed(mail, failure))));
	}

	private Mono<Void> deliver(Mail mail) {
		Mono<Notice> notice = this.transaction.in(mail.municipality(),
				this.notices.byId(mail.municipality(), mail.notice()));
		return Mono.zip(notice, this.directory.person(mail.municipality(), mail.person()))
			.flatMap((both) -> Mono
				.fromCallable(this.breaker.decorateCallable(() -> hand(mail, both.getT1(), both.getT2())))
				.subscribeOn(Schedulers.boundedElastic()))
			.then();
	}

	private boolean hand(Mail mail, Notice notice, Person receiver) throws MessagingException {
		MimeMessage message = new WithMessageId(this.smtp.createMimeMessage(), mail.messageId());
		MimeMessageHelper content = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
		content.setFrom(this.properties.from());
		content.setTo(mail.address());
		content.setSubject(this.letter.subject(notice));
		content.setText(this.letter.body(notice, receiver.name()));
		this.smtp.send(message);
		return true;
	}

	private Mono<Void> failed(Mail mail, Throwable failure) {
		boolean hopeless = mail.createdAt().plus(this.properties.retryFor()).isBefore(Instant.now());
		if (!(failure instanceof CallNotPermittedException)) {
			log.warn("Mail {} was not sent (attempt {}): {}", mail.id(), mail.attempts() + 1, failure.toString());
		}
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
