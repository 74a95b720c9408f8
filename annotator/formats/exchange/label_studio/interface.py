"""The labelling interface that a project of Label Studio needs to show what is written for it."""

from annotator.formats.exchange.contents import COLOURS
from annotator.model.enums import StatusValue, Tag

#: Names of the interface's parts; results name them.
TEXT, LABEL, STATUS, NOTE, PLAIN_WORDS = "text", "label", "status", "note", "plain_words"
ANSWERS = "answers"


def interface() -> str:
    """The interface, as it is pasted into a project's settings."""
    labels = "\n".join(f'    <Label value="{tag.value}" background="{COLOURS[tag]}"/>' for tag in Tag)
    statuses = "\n".join(f'    <Choice value="{status.value}"/>' for status in StatusValue)
    return f"""<View>
  <Relations>
    <Relation value="{ANSWERS}"/>
  </Relations>
  <Labels name="{LABEL}" toName="{TEXT}">
{labels}
  </Labels>
  <Text name="{TEXT}" value="$text"/>
  <Choices name="{STATUS}" toName="{TEXT}" perRegion="true" choice="single">
{statuses}
  </Choices>
  <TextArea name="{NOTE}" toName="{TEXT}" perRegion="true"/>
  <TextArea name="{PLAIN_WORDS}" toName="{TEXT}" perRegion="true"/>
</View>
"""
