package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.meguri.database.Ids;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.goals.imports.ImportDraft.DraftIndicator;
import jp.meguri.goals.indicator.Indicator;
import jp.meguri.goals.indicator.IndicatorUnit;
import jp.meguri.goals.indicator.Indicators;
import jp.meguri.web.FieldError;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which indicators of the city those of a document are: proposed only where name and unit
 * are the same, apart from width and blanks. Inside the caller's transaction.
 */
@Component
class IndicatorTies {

	private final Indicators indicators;

	IndicatorTies(Indicators indicators) {
		this.indicators = indicators;
	}

	/** The draft with the indicators it surely means. */
	Mono<ImportDraft> propose(UUID municipality, ImportDraft draft) {
		return same(municipality, draft.indicators()).map((same) -> draft.withIndicators(draft.indicators()
			.stream()
			.map((one) -> Optional.ofNullable(same.get(one.id())).map(one::tiedTo).orElse(one))
			.toList()));
	}

	/** A remark for each indicator that is left open. */
	static List<ReadSheet.Note> remarks(ImportDraft draft, ReadSheet read) {
		List<ReadSheet.Note> notes = new ArrayList<>();
		for (DraftIndicator one : draft.indicators()) {
			if (one.indicator() == null && !one.create()) {
				draft.goals()
					.stream()
					.flatMap((goal) -> goal.content().targets().stream())
					.filter((target) -> one.id().equals(target.indicator()))
					.flatMap((target) -> read.spans().getOrDefault(target.id().toString(), List.of()).stream())
					.findFirst()
					.ifPresent((place) -> notes.add(new ReadSheet.Note(place, "indicator-open",
							"指標「%s」は登録された指標の中にありません。既存の指標を選ぶか、新しい指標として登録できます。".formatted(one.name()),
							"The indicator \u201c%s\u201d is not among those registered. Choose one of these or add it."
								.formatted(one.name()),
							false)));
			}
		}
		return notes;
	}

	/**
	 * Adds what is to be added and answers which indicator of the city each of the
	 * draft's is; 422 where one is unknown.
	 */
	Mono<Map<UUID, UUID>> register(UUID municipality, List<DraftIndicator> drafted) {
		List<UUID> chosen = drafted.stream().map(DraftIndicator::indicator).filter((id) -> id != null).toList();
		return this.indicators.known(municipality, chosen).flatMap((known) -> {
			List<FieldError> unknown = IntStream.range(0, drafted.size())
				.filter((i) -> drafted.get(i).indicator() != null && !known.contains(drafted.get(i).indicator()))
				.mapToObj((i) -> FieldError.of("/draft/indicators/" + i + "/indicator", "unknown-indicator"))
				.toList();
			return unknown.isEmpty() ? add(municipality, drafted) : Mono.error(() -> Problems.validation(unknown));
		});
	}

	/** The targets with the city's indicators in place of the draft's. */
	static List<GoalTarget> tied(List<GoalTarget> targets, Map<UUID, UUID> known) {
		return targets.stream()
			.map((target) -> target.withIndicator((target.indicator() != null) ? known.get(target.indicator()) : null))
			.toList();
	}

	private Mono<Map<UUID, UUID>> add(UUID municipality, List<DraftIndicator> drafted) {
		List<DraftIndicator> created = drafted.stream()
			.filter((one) -> one.create() && one.indicator() == null)
			.toList();
		return Flux.fromIterable(created)
			.concatMap((one) -> this.indicators.add(municipality, indicator(one)))
			.then(Mono.defer(() -> same(municipality, created)))
			.map((added) -> {
				Map<UUID, UUID> all = new HashMap<>(added);
				drafted.stream()
					.filter((one) -> one.indicator() != null)
					.forEach((one) -> all.put(one.id(), one.indicator()));
				return all;
			});
	}

	private static Indicator indicator(DraftIndicator one) {
		String unit = IndicatorUnit.base(one.unit());
		return new Indicator(Ids.next(), one.name().strip(), unit, one.direction(), IndicatorUnit.kindOf(unit), 1);
	}

	/** By the draft's id, where the city has one of this name and unit. */
	private Mono<Map<UUID, UUID>> same(UUID municipality, List<DraftIndicator> drafted) {
		return this.indicators.named(municipality, drafted.stream().map(DraftIndicator::name).toList())
			.map((present) -> {
				Map<UUID, UUID> same = new HashMap<>();
				for (DraftIndicator one : drafted) {
					present.stream()
						.filter((other) -> other.key().equals(Indicator.key(one.name()))
								&& other.unit().equals(IndicatorUnit.base(one.unit())))
						.findFirst()
						.ifPresent((other) -> same.put(one.id(), other.id()));
				}
				return same;
			});
	}

}
