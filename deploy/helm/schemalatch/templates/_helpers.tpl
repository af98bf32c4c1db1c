{{- define "schemalatch.name" -}}
{{- $name := ternary .Release.Name (printf "%s-%s" .Release.Name .Chart.Name) (contains .Chart.Name .Release.Name) -}}
{{- $name | trunc 50 | trimSuffix "-" -}}
{{- end }}

{{- define "schemalatch.serviceAccount" -}}
{{- if .Values.serviceAccount.create }}{{ default (include "schemalatch.name" .) .Values.serviceAccount.name }}{{ else }}{{ default "default" .Values.serviceAccount.name }}{{ end }}
{{- end }}

{{- define "schemalatch.selector" -}}
app.kubernetes.io/name: schemalatch
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "schemalatch.labels" -}}
{{ include "schemalatch.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "schemalatch.image" -}}
{{- with .Values.image -}}
{{- if .registry }}{{ .registry }}/{{ end }}{{ .repository }}{{ if .digest }}@{{ .digest }}{{ else }}:{{ .tag | default $.Chart.AppVersion }}{{ end }}
{{- end }}
{{- end }}

{{/* Everything the operator does in a namespace; the chart's README says why for each. */}}
{{- define "schemalatch.rules" -}}
- apiGroups: [schemalatch.dev]
  resources: [migrationdriftchecks]
  verbs: [get, list, watch]
- apiGroups: [schemalatch.dev]
  resources: [migrationdriftchecks/status]
  verbs: [patch]
- apiGroups: [""]
  resources: [secrets]
  verbs: [get]
- apiGroups: [""]
  resources: [configmaps]
  verbs: [get, list, watch, create, update]
- apiGroups: [events.k8s.io]
  resources: [events]
  verbs: [create]
{{- if .Values.gate.enabled }}
- apiGroups: [schemalatch.dev]
  resources: [rolloutgates]
  verbs: [get, list, watch, create]
- apiGroups: [schemalatch.dev]
  resources: [rolloutgates/status]
  verbs: [update]
- apiGroups: [apps]
  resources: [deployments]
  verbs: [get, list, watch, patch]
- apiGroups: [apps]
  resources: [replicasets]
  verbs: [get, list, watch]
{{- end }}
{{- if .Values.images.enabled }}
- apiGroups: [""]
  resources: [serviceaccounts]
  verbs: [get]
- apiGroups: [apps]
  resources: [{{ if not .Values.gate.enabled }}deployments, {{ end }}statefulsets, daemonsets]
  verbs: [get]
- apiGroups: [batch]
  resources: [cronjobs, jobs]
  verbs: [get]
{{- end }}
{{- if .Values.gate.readiness }}
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list, watch]
- apiGroups: [""]
  resources: [pods/status]
  verbs: [patch]
{{- end }}
{{- if .Values.shadowImages.enabled }}
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list, watch, create, delete]
- apiGroups: [""]
  resources: [secrets]
  verbs: [create, delete]
- apiGroups: [networking.k8s.io]
  resources: [networkpolicies]
  verbs: [create, delete]
{{- end }}
{{- end }}

{{/* registry=place,registry=place: in the order in which places are asked. */}}
{{- define "schemalatch.mirrors" -}}
{{- $pairs := list -}}
{{- range $registry, $places := . -}}
{{- range $places -}}{{- $pairs = append $pairs (printf "%s=%s" $registry .) -}}{{- end -}}
{{- end -}}
{{- join "," $pairs -}}
{{- end }}

{{/* Where the gate's policies apply: in the namespaces that the operator watches. */}}
{{- define "schemalatch.gateNamespaces" -}}
{{- with .Values.watchNamespaces -}}
matchResources:
  namespaceSelector:
    matchExpressions:
      - key: kubernetes.io/metadata.name
        operator: In
        values: {{- toYaml . | nindent 10 }}
{{- end }}
{{- end }}
