package jp.meguri.goals.phrase;

import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.web.Page;
import jp.meguri.web.Problems;
import jp.meguri.web.Violations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Reads texts for whoever is typing or looking at them. Nothing is stored, and nothing
 * but the request is looked at.
 */
@RestController
@RequestMapping("/api/goals/phrases")
class PhraseController {

	private static final int MOST_TEXTS = 500;

	private static final int MOST_CHARACTERS = 200_000;

	@PostMapping
	Mono<Page<Item>> read(@RequestBody Texts texts, Actor actor) {
		check(texts);
		return Mono.fromCallable(() -> Page.of(texts.texts().stream().map((text) -> item(text, texts)).toList()))
			.subscribeOn(Schedulers.boundedElastic());
	}

	private static void check(Texts texts) {
		new Violations().required(texts.fiscalYear(), "/fiscalYear")
			.check(texts.fiscalYear() == null || (texts.fiscalYear() >= 1950 && texts.fiscalYear() <= 2150),
					"/fiscalYear", "invalid")
			.required(texts.side(), "/side")
			.required(texts.texts(), "/texts")
			.refuse();
		boolean whole = texts.texts().stream().allMatch((text) -> text.id() != null && text.text() != null);
		new Violations().check(whole, "/texts", "required")
			.check(texts.texts().size() <= MOST_TEXTS, "/texts", "too-many", MOST_TEXTS)
			.refuse();
		if (texts.texts().stream().mapToInt((text) -> text.text().length()).sum() > MOST_CHARACTERS) {
			throw Problems.validation("/texts", "too-long", MOST_CHARACTERS);
		}
	}

	private static Item item(Text text, Texts of) {
		PhraseContext context = PhraseContext.of(of.fiscalYear());
		TextReading reading = (of.side() == Side.GOAL) ? TextReading.ofGoal(text.text(), context)
				: TextReading.ofResult(text.text(), context);
		return new Item(text.id(), reading.schedules(), reading.targets(), reading.figures());
	}

	/** Whether the texts say what is to be done, or what was. */
	enum Side {

		GOAL, RESULT

	}

	/**
	 * @param fiscalYear the year of the sheet the texts stand on
	 */
	record Texts(Integer fiscalYear, Side side, List<Text> texts) {
	}

	/**
	 * @param id chosen by the caller
	 */
	record Text(UUID id, String text) {
	}

	record Item(UUID id, List<TextReading.Schedule> schedules, List<TextReading.Aim> targets,
			List<TextReading.Figure> figures) {
	}

}
