"""How every form looks: field, description and error tied together, a summary on top."""

from django.forms.renderers import TemplatesSetting


class FormLook(TemplatesSetting):
    form_template_name = "site/form.html"
    field_template_name = "site/field.html"
