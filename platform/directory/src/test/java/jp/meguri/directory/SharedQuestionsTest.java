package jp.meguri.directory;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class SharedQuestionsTest {

	private final SharedQuestions<String, String> questions = new SharedQuestions<>();

	private final AtomicInteger asked = new AtomicInteger();

	@Test
	void question_isAskedOnce_howeverManyWait_andGoesOnWhenOneHangsUp() {
		Sinks.One<String> answer = Sinks.one();
		StringBuilder heard = new StringBuilder();
		this.questions.ask("a", counted(answer.asMono())).subscribe(heard::append).dispose();
		this.questions.ask("a", counted(answer.asMono())).subscribe(heard::append);
		this.questions.ask("a", counted(answer.asMono())).subscribe(heard::append);
		answer.tryEmitValue("x").orThrow();
		assertThat(heard).hasToString("xx");
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void question_isAskedAgain_afterItsAnswer() {
		this.questions.ask("a", counted(Mono.just("x"))).as(StepVerifier::create).expectNext("x").verifyComplete();
		this.questions.ask("a", counted(Mono.empty())).as(StepVerifier::create).verifyComplete();
		this.questions.ask("a", counted(Mono.error(new IllegalStateException("no"))))
			.as(StepVerifier::create)
			.verifyErrorMessage("no");
		this.questions.ask("a", counted(Mono.just("y"))).as(StepVerifier::create).expectNext("y").verifyComplete();
		assertThat(this.asked).hasValue(4);
	}

	private Mono<String> counted(Mono<String> question) {
		return Mono.defer(() -> {
			this.asked.incrementAndGet();
			return question;
		});
	}

}
