from pathlib import Path

import yaml

from training import card


def test_the_card_tells_every_stage_of_the_recipe():
    recipe = yaml.safe_load(Path(card.__file__).with_name("recipe.yaml").read_text(encoding="utf-8"))
    table = card.stages()
    for name, stage in recipe["stages"].items():
        (row,) = [line for line in table.splitlines() if line.startswith(f"| {name} |")]
        for corpus in stage["rates"]:
            assert corpus in row


def test_a_section_is_what_its_command_prints():
    shown = card.section("platform")
    assert shown.startswith("`python -m platform`")
    assert "Linux" in shown or "Darwin" in shown or "Windows" in shown


def test_the_template_has_a_place_for_everything_that_is_measured():
    template = Path(card.__file__).with_name("card.md").read_text(encoding="utf-8")
    assert {"{stages}", "{size}", "{scores}"} <= {part + "}" for part in template.split("}")} | {
        "{" + part.split("}")[0] + "}" for part in template.split("{")[1:]
    }
