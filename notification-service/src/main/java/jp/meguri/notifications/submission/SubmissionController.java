package jp.meguri.notifications.submission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.notifications.work.WorkKind;
import jp.meguri.web.Access;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * 提出状況, for the planning division.
 */
@RestController
@RequestMapping("/api/notifications")
@Access(RoleCode.PLANNING)
class SubmissionController {

	private static final int LONGEST_REQUEST = 2000;

	private static final int LONGEST_NOTE = 500;

	private final Submissions submissions;

	private final Requests requests;

	SubmissionController(Submissions submissions, Requests requests) {
		this.submissions = submissions;
		this.requests = requests;
	}

	@GetMapping("/submissions")
	Mono<SubmissionsView> submissions(@RequestParam int fiscalYear, Actor actor) {
		return this.submissions.of(actor, fiscalYear).map(SubmissionsView::new);
	}

	@PostMapping("/requests")
	Mono<ToldView> request(@Valid @RequestBody RequestText body, Actor actor) {
		requireText(body.text(), LONGEST_REQUEST);
		return this.requests.send(actor, body.fiscalYear(), body.what(), body.units(), body.text()).map(ToldView::new);
	}

	@PostMapping("/contacts")
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Contact> note(@Valid @RequestBody NoteBody body, Actor actor) {
		requireText(body.text(), LONGEST_NOTE);
		return this.requests.note(actor, body.fiscalYear(), body.unit(), body.text());
	}

	// What no database keeps and no letter shows.
	private static void requireText(String text, int longest) {
		new Violations().text(text, "/text", TextRule.body(longest).asRequired()).refuse();
	}

	record SubmissionsView(List<SubmissionLine> items) {
	}

	/**
	 * @param told the names of those who got a notice
	 */
	record ToldView(List<String> told) {
	}

	record RequestText(@Min(1989) @Max(2100) int fiscalYear, @NotNull WorkKind what,
			@NotEmpty @Size(max = 200) Set<UUID> units, @NotBlank @Size(max = LONGEST_REQUEST) String text) {
	}

	record NoteBody(@Min(1989) @Max(2100) int fiscalYear, @NotNull UUID unit,
			@NotBlank @Size(max = LONGEST_NOTE) String text) {
	}

}
