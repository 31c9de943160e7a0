package jp.meguri.goals.sheet;

import java.util.Objects;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.web.Download;
import jp.meguri.web.Violations;
import jp.meguri.workbook.SheetFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Sheets as files (Excel, CSV, JSON, a city's own form) over HTTP. */
@RestController
@RequestMapping("/api/goals")
class ExportController {

	private final SheetExports exports;

	private final FormExports forms;

	ExportController(SheetExports exports, FormExports forms) {
		this.exports = exports;
		this.forms = forms;
	}

	@GetMapping("/sheets/{fiscalYear}/{unit}/export")
	Mono<ResponseEntity<byte[]>> sheet(@PathVariable Integer fiscalYear, @PathVariable UUID unit,
			@RequestParam(required = false) @Nullable String format,
			@RequestParam(required = false) @Nullable UUID form, Actor actor) {
		new Violations().check((format == null) != (form == null), "/format", "export-format").refuse();
		Mono<Download> file = (form != null) ? this.forms.ofUnit(actor, fiscalYear, unit, form)
				: this.exports.ofUnit(actor, fiscalYear, unit, format(Objects.requireNonNull(format)));
		return file.map(Download::toResponse);
	}

	@GetMapping("/plan-sheets/{fiscalYear}/{edition}/export")
	Mono<ResponseEntity<byte[]>> planSheet(@PathVariable Integer fiscalYear, @PathVariable UUID edition,
			@RequestParam String format, Actor actor) {
		return this.exports.ofPlan(actor, fiscalYear, edition, format(format)).map(Download::toResponse);
	}

	private static SheetFormat format(String name) {
		var format = SheetFormat.of(name);
		new Violations().check(format.isPresent(), "/format", "export-format").refuse();
		return format.orElseThrow();
	}

}
