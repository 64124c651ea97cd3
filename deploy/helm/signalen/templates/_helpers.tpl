{{- define "signalen.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "signalen.selector" -}}
app.kubernetes.io/name: signalen
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "signalen.labels" -}}
{{ include "signalen.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "signalen.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end -}}

{{- define "signalen.secretSetting" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secretName }}
      key: {{ .key }}
{{- end -}}

{{/* What every process is told. */}}
{{- define "signalen.env" -}}
- name: CITIZEN_URL
  value: {{ .Values.citizenUrl | quote }}
- name: DATABASE_POOL
  value: {{ .Values.database.pool | quote }}
- name: DRAIN_SECONDS
  value: {{ .Values.drainSeconds | quote }}
- name: METRICS_PORT
  value: '9090'
- name: OIDC_ISSUER
  value: {{ .Values.identity.issuer | quote }}
- name: OIDC_CLIENT_ID
  value: {{ .Values.identity.clientId | quote }}
{{- with .Values.identity.audiences }}
- name: OIDC_AUDIENCES
  value: {{ join "," . | quote }}
{{- end }}
- name: SMTP_TLS
  value: {{ .Values.mail.tls | quote }}
{{- with .Values.mail.from }}
- name: MAIL_FROM
  value: {{ . | quote }}
{{- end }}
{{- if not (hasKey .Values.settings "TRUST_PROXY") }}
- name: TRUST_PROXY
  value: 'yes'
{{- end }}
{{- if .Values.storage.endpoint }}
- name: S3_ENDPOINT
  value: {{ .Values.storage.endpoint | quote }}
- name: S3_BUCKET
  value: {{ .Values.storage.bucket | quote }}
- name: S3_REGION
  value: {{ .Values.storage.region | quote }}
- name: S3_ADDRESSING
  value: {{ .Values.storage.addressing | quote }}
{{ include "signalen.secretSetting" (dict "name" "S3_ACCESS_KEY_ID" "secretName" .Values.storage.secretName "key" .Values.storage.accessKeyIdKey) }}
{{ include "signalen.secretSetting" (dict "name" "S3_SECRET_ACCESS_KEY" "secretName" .Values.storage.secretName "key" .Values.storage.secretAccessKeyKey) }}
{{- end }}
{{ include "signalen.secretSetting" (dict "name" "DATABASE_URL" "secretName" .Values.database.secretName "key" .Values.database.urlKey) }}
{{ include "signalen.secretSetting" (dict "name" "SECRET" "secretName" .Values.secret.secretName "key" .Values.secret.key) }}
{{ include "signalen.secretSetting" (dict "name" "SMTP_URL" "secretName" .Values.mail.secretName "key" .Values.mail.key) }}
{{- with .Values.identity.clientSecret }}
{{- if .secretName }}
{{ include "signalen.secretSetting" (dict "name" "OIDC_CLIENT_SECRET" "secretName" .secretName "key" .key) }}
{{- end }}
{{- end }}
{{- if .Values.trustedCertificates.configMapName }}
- name: NODE_EXTRA_CA_CERTS
  value: /certificates/{{ .Values.trustedCertificates.key }}
{{- end }}
{{- with .Values.telemetry }}
{{- if .endpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ .endpoint | quote }}
- name: OTEL_TRACES_SAMPLER
  value: parentbased_traceidratio
- name: OTEL_TRACES_SAMPLER_ARG
  value: {{ .samplerRatio | quote }}
{{- end }}
{{- end }}
{{- range $name, $value := .Values.settings }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- range .Values.secretSettings }}
{{ include "signalen.secretSetting" . }}
{{- end }}
{{- end -}}

{{- define "signalen.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "signalen.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
privileged: false
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "signalen.mounts" -}}
- name: tmp
  mountPath: /tmp
- name: data
  mountPath: /data
{{- if .Values.trustedCertificates.configMapName }}
- name: certificates
  mountPath: /certificates
  readOnly: true
{{- end }}
{{- end -}}

{{- define "signalen.volumes" -}}
- name: tmp
  emptyDir: {}
- name: data
{{- if .Values.storage.existingClaim }}
  persistentVolumeClaim:
    claimName: {{ .Values.storage.existingClaim }}
{{- else }}
  emptyDir: {}
{{- end }}
{{- if .Values.trustedCertificates.configMapName }}
- name: certificates
  configMap:
    name: {{ .Values.trustedCertificates.configMapName }}
{{- end }}
{{- end -}}

{{/* Of different nodes and zones, as far as there are. */}}
{{- define "signalen.spread" -}}
affinity:
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              {{- include "signalen.selector" .root | nindent 14 }}
              app.kubernetes.io/component: {{ .component }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: topology.kubernetes.io/zone
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "signalen.selector" .root | nindent 8 }}
        app.kubernetes.io/component: {{ .component }}
{{- with .root.Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end -}}

{{- define "signalen.probes" -}}
startupProbe:
  httpGet: { path: /status/live, port: metrics }
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet: { path: /status/live, port: metrics }
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
{{- end -}}

{{- define "signalen.configurationMap" -}}
{{- if .Values.configuration.existingConfigMap -}}
{{ .Values.configuration.existingConfigMap }}
{{- else if .Values.configuration.content -}}
{{ include "signalen.fullname" . }}-configuration
{{- end -}}
{{- end -}}

{{- define "signalen.check" -}}
{{- if and (not .Values.storage.endpoint) (not .Values.storage.existingClaim) -}}
{{- fail "Set storage.endpoint (object storage), or storage.existingClaim (a ReadWriteMany volume): files must be found by every process." -}}
{{- end -}}
{{- end -}}
